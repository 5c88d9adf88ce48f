package de.foerderkreis.gateway.session;

/**
 * One organisation a person belongs to.
 *
 * @param alias its official key, as the identity provider's scope wants it: {@code 05382036}
 * @param name as people know it
 */
public record Organisation(String alias, String name) {}

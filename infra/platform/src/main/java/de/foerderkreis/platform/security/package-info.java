/**
 * Who may enter: bearer tokens of the realm, turned into a caller with the roles of its kind of
 * organisation.
 */
@NullMarked
package de.foerderkreis.platform.security;

import org.jspecify.annotations.NullMarked;

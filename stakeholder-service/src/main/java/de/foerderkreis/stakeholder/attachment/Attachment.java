package de.foerderkreis.stakeholder.attachment;

import java.util.UUID;

/**
 * A file beside a draft or a statement.
 *
 * @param sha256 hash of its bytes, lower-case hex
 * @param size in bytes
 * @param signedLetter whether it is the letter signed by hand
 */
public record Attachment(
        UUID id, String name, String mediaType, long size, String sha256, boolean signedLetter) {}

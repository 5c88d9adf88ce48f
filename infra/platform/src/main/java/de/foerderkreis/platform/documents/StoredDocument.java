package de.foerderkreis.platform.documents;

/**
 * A stored file.
 *
 * @param sha256 hash of its content, 64 hex digits, the name under which it is found
 * @param mediaType as sniffed, not as claimed
 * @param size bytes
 */
public record StoredDocument(String sha256, String filename, String mediaType, long size) {}

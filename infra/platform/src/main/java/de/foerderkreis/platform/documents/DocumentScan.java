package de.foerderkreis.platform.documents;

/**
 * Looks at a file before it is stored, a virus scanner for instance; declared as a bean where an
 * installation has one.
 */
public interface DocumentScan {

    /**
     * Lets the file pass or throws.
     *
     * @throws de.foerderkreis.platform.problem.Problem if the file must not be stored
     */
    void check(byte[] bytes, String filename);
}

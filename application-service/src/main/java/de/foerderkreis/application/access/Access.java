package de.foerderkreis.application.access;

/**
 * Who may call what (roles: domain matrix "edit case / submit"), as authority expressions for
 * {@code @PreAuthorize}.
 */
public final class Access {

    /**
     * Everybody of the district who reads cases; the technical administrator has no access to
     * content.
     */
    public static final String DISTRICT =
            "hasAnyRole('CLERK', 'HEAD', 'TREASURER', 'LANDRAT', 'COUNCIL_SECRETARY', 'AUDITOR')";

    /** Readers of a case: the district, and towns whose round it is (the service checks which). */
    public static final String CASE_READERS =
            "hasAnyRole('CLERK', 'HEAD', 'TREASURER', 'LANDRAT', 'COUNCIL_SECRETARY', 'AUDITOR', 'MAYOR', 'MUNICIPAL_OFFICIAL')";

    /** Edits cases and drafts applications. */
    public static final String CLERK = "hasRole('CLERK')";

    /** Keeps the case's checklist and records. */
    public static final String LEAD_UNIT = "hasAnyRole('CLERK', 'HEAD')";

    /** Records resolutions. */
    public static final String MINUTES = "hasAnyRole('CLERK', 'HEAD', 'COUNCIL_SECRETARY')";

    /** The second pair of eyes. */
    public static final String HEAD = "hasRole('HEAD')";

    /** Signs what leaves the house. */
    public static final String SIGNATORY = "hasAnyRole('HEAD', 'LANDRAT')";

    /** Releases what binds the house to the towns, the conception (domain 2.16). */
    public static final String LANDRAT = "hasRole('LANDRAT')";

    /** May withdraw an application; who exactly depends on whether it was handed in. */
    public static final String WITHDRAWER = "hasAnyRole('CLERK', 'HEAD', 'LANDRAT')";

    private Access() {}
}

package de.foerderkreis.stakeholder.access;

/**
 * The rows of the role matrix (domain §6.3) that concern this service, as expressions for {@code
 * PreAuthorize}. Which object somebody may see is decided beside the object.
 */
public final class Access {

    /** Whoever works on a consultation in the district's administration or checks that work. */
    public static final String DISTRICT_READS =
            "hasAnyRole('CLERK','HEAD','TREASURER','LANDRAT','COUNCIL_SECRETARY','AUDITOR')";

    /** Whoever prepares and runs consultations. */
    public static final String DISTRICT_EDITS = "hasRole('CLERK')";

    /** Acts of a round with effect outside: opening, extending, closing. */
    public static final String DISTRICT_RUNS = "hasAnyRole('CLERK','HEAD')";

    /** Decides checks of KrO NRW § 56 Abs. 4. */
    public static final String BURDEN_DECIDES = "hasAnyRole('CLERK','TREASURER')";

    /** Releases what goes to the council: somebody other than its author. */
    public static final String RELEASES = "hasRole('HEAD')";

    /** Keeps municipalities and the district's own settings. */
    public static final String MASTER_DATA = "hasAnyRole('CLERK','ADMIN')";

    /** A town's people. */
    public static final String TOWN = "hasAnyRole('MAYOR','MUNICIPAL_OFFICIAL')";

    /** Signs for a town. */
    public static final String MAYOR = "hasRole('MAYOR')";

    /** Whoever takes part in a consultation, on either side. */
    public static final String ROUND_READS =
            "hasAnyRole('CLERK','HEAD','TREASURER','LANDRAT','COUNCIL_SECRETARY','AUDITOR','MAYOR','MUNICIPAL_OFFICIAL')";

    /** Everybody with a function in the district, its towns or its partners. */
    public static final String MEMBERS =
            "hasAnyRole('CLERK','HEAD','TREASURER','LANDRAT','COUNCIL_SECRETARY','AUDITOR','ADMIN','MAYOR','MUNICIPAL_OFFICIAL','PARTNER')";

    /** Whoever may sit in a body: the district's people, towns and partners. */
    public static final String BODY_READS =
            "hasAnyRole('CLERK','HEAD','TREASURER','LANDRAT','COUNCIL_SECRETARY','AUDITOR','MAYOR','MUNICIPAL_OFFICIAL','PARTNER')";

    /** A partner's people. */
    public static final String PARTNER = "hasRole('PARTNER')";

    /** Contact data: the people who write letters and the people who keep accounts, nobody else. */
    public static final String CONTACTS = "hasAnyRole('CLERK','HEAD','COUNCIL_SECRETARY','ADMIN')";

    private Access() {}
}

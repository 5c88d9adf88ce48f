package de.foerderkreis.stakeholder.body;

import de.foerderkreis.platform.persistence.Ids;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Tenancy;
import de.foerderkreis.stakeholder.district.Districts;
import de.foerderkreis.stakeholder.municipality.Municipalities;
import de.foerderkreis.stakeholder.municipality.Municipality;
import de.foerderkreis.stakeholder.partner.PartnerDirectory;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which organisations may sit in a body, and what they are called. */
@Component
class Seating {

    private final Districts districts;
    private final Municipalities municipalities;
    private final PartnerDirectory partners;

    Seating(Districts districts, Municipalities municipalities, PartnerDirectory partners) {
        this.districts = districts;
        this.municipalities = municipalities;
        this.partners = partners;
    }

    /** The seat asked for; an organisation nobody knows is refused. */
    Member member(UUID bodyId, Wish wish) {
        var side =
                Side.of(wish.organisation())
                        .orElseThrow(() ->
                                Problem.invalid(
                                        "organisation",
                                        "unknown-organisation",
                                        wish.organisation()));
        if (wish.validTo() != null && wish.validTo().isBefore(wish.validFrom())) {
            throw Problem.invalid("validTo", "ends-before-it-begins");
        }
        return new Member(
                Ids.next(),
                bodyId,
                side,
                wish.organisation(),
                name(side, wish),
                wish.function().strip(),
                wish.validFrom(),
                wish.validTo());
    }

    /** Own organisations of the district by key, for a page. */
    Map<String, String> options() {
        var options = new LinkedHashMap<String, String>();
        options.put(Tenancy.district(), districts.name());
        municipalities.all().forEach(it -> options.put(it.ags(), it.name()));
        partners.all().forEach(it -> options.put(it.alias(), it.name()));
        return options;
    }

    private String name(Side side, Wish wish) {
        return switch (side) {
            case DISTRICT ->
                    known(
                            wish,
                            Optional.of(districts.name())
                                    .filter(it -> wish.organisation().equals(Tenancy.district())));
            case MUNICIPALITIES ->
                    known(wish, municipalities.find(wish.organisation()).map(Municipality::name));
            case PARTNERS ->
                    known(
                            wish,
                            partners.find(wish.organisation())
                                    .map(PartnerDirectory.KnownPartner::name));
            // State authorities are in no register of a district; whoever seats one names it.
            case STATE ->
                    Optional.ofNullable(wish.organisationName())
                            .map(String::strip)
                            .filter(it -> !it.isEmpty())
                            .orElseThrow(() ->
                                    Problem.invalid("organisationName", "state-name-missing"));
        };
    }

    private static String known(Wish wish, Optional<String> name) {
        return name.orElseThrow(
                () -> Problem.invalid("organisation", "unknown-organisation", wish.organisation()));
    }

    /**
     * A seat as asked for.
     *
     * @param organisationName needed for a state authority only
     */
    record Wish(
            String organisation,
            @Nullable String organisationName,
            String function,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}
}

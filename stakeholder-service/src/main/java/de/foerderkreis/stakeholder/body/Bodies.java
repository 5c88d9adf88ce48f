package de.foerderkreis.stakeholder.body;

import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Caller;
import de.foerderkreis.platform.tenancy.OrganisationKind;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who sees which body: the district all of them, a town or a partner those it sits in today.
 * Another one is not there for them.
 */
@Service
@Transactional(readOnly = true)
public class Bodies {

    private final BodyRecords records;
    private final MemberRecords members;
    private final MandateRecords mandates;
    private final BusinessClock clock;

    Bodies(
            BodyRecords records,
            MemberRecords members,
            MandateRecords mandates,
            BusinessClock clock) {
        this.records = records;
        this.members = members;
        this.mandates = mandates;
        this.clock = clock;
    }

    /** The bodies a caller sees, by name. */
    public List<NamedBody> seenBy(Caller caller) {
        return bodies(caller).stream().map(NamedBody::of).toList();
    }

    /** One body the caller sees; any other is 404. */
    public NamedBody require(Caller caller, UUID id) {
        return NamedBody.of(find(caller, id));
    }

    /**
     * Whether an organisation sat in the body on a day: then its meeting of that day is its own
     * affair.
     */
    public boolean satIn(UUID bodyId, String organisation, LocalDate day) {
        return members.of(bodyId).stream()
                .anyMatch(it -> it.organisation().equals(organisation) && it.sitsOn(day));
    }

    BodyView view(Caller caller, UUID id) {
        return BodyView.of(find(caller, id), members.of(id), mandates.of(id), clock.today());
    }

    List<BodyView> views(Caller caller) {
        return bodies(caller).stream()
                .map(it ->
                        BodyView.of(it, members.of(it.id()), mandates.of(it.id()), clock.today()))
                .toList();
    }

    private Body find(Caller caller, UUID id) {
        return bodies(caller).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("body"));
    }

    private List<Body> bodies(Caller caller) {
        return caller.kind() == OrganisationKind.DISTRICT
                ? records.all()
                : records.seating(caller.organisation(), clock.today());
    }

    /**
     * A body as other features name it.
     *
     * @param foundedOn absent while no founding is recorded
     * @param version to send along when it is founded
     */
    public record NamedBody(
            UUID id,
            String code,
            String name,
            boolean joint,
            @Nullable LocalDate foundedOn,
            long version) {

        static NamedBody of(Body body) {
            var founding = body.founding();
            return new NamedBody(
                    body.id(),
                    body.code(),
                    body.name(),
                    !body.kind().joint().isEmpty(),
                    founding == null ? null : founding.on(),
                    body.version());
        }
    }
}

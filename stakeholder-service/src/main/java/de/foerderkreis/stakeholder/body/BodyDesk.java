package de.foerderkreis.stakeholder.body;

import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.outbox.Roots;
import de.foerderkreis.platform.persistence.Ids;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.stakeholder.editing.FieldVersions;
import de.foerderkreis.stakeholder.municipality.Municipalities;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps bodies and who sits in them. */
@Service
class BodyDesk {

    private final BodyRecords records;
    private final MemberRecords members;
    private final Seating seating;
    private final Municipalities municipalities;
    private final Roots roots;
    private final Audit audit;

    BodyDesk(
            BodyRecords records,
            MemberRecords members,
            Seating seating,
            Municipalities municipalities,
            Roots roots,
            Audit audit) {
        this.records = records;
        this.members = members;
        this.seating = seating;
        this.municipalities = municipalities;
        this.roots = roots;
        this.audit = audit;
    }

    @Transactional
    Body create(String code, String name, BodyKind kind, String leadUnit) {
        var body =
                new Body(
                        Ids.next(),
                        code,
                        name.strip(),
                        kind,
                        leadUnit.strip(),
                        null,
                        0,
                        FieldVersions.NONE);
        if (!records.insert(body)) {
            throw Problem.invalid("code", "body-exists", code);
        }
        audit.record("body.created", "body", body.id().toString(), null, body, null);
        return body;
    }

    @Transactional
    void edit(UUID id, long seen, String name, String leadUnit) {
        roots.lock("body", id);
        var before = records.require(id);
        before.requireSeen(seen);
        var body = before.edited(name.strip(), leadUnit.strip());
        records.update(body);
        audit.record("body.edited", "body", id.toString(), before, body, null);
    }

    /** Gives a seat to a function of an organisation of the district or of the state. */
    @Transactional
    void seat(UUID bodyId, Seating.Wish wish) {
        roots.lock("body", bodyId);
        var member = seating.member(bodyId, wish);
        if (!members.insert(member)) {
            throw Problem.conflict("member-exists", member.organisationName(), wish.function());
        }
        audit.record("body.seated", "body", bodyId.toString(), null, member, null);
    }

    /** Gives the same seat to every municipality that does not hold it from that day yet. */
    @Transactional
    void seatAllMunicipalities(UUID bodyId, String function, LocalDate validFrom) {
        roots.lock("body", bodyId);
        var all = municipalities.all();
        if (all.isEmpty()) {
            throw Problem.unprocessable("no-municipalities");
        }
        var seated =
                all.stream()
                        .map(town ->
                                new Member(
                                        Ids.next(),
                                        bodyId,
                                        Side.MUNICIPALITIES,
                                        town.ags(),
                                        town.name(),
                                        function.strip(),
                                        validFrom,
                                        null))
                        .filter(members::insert)
                        .toList();
        audit.record("body.seated", "body", bodyId.toString(), null, List.copyOf(seated), null);
    }

    @Transactional
    void end(UUID bodyId, UUID memberId, LocalDate validTo, @Nullable String reason) {
        var before = members.lock(bodyId, memberId);
        if (validTo.isBefore(before.validFrom())) {
            throw Problem.invalid("validTo", "ends-before-it-begins");
        }
        members.end(memberId, validTo);
        audit.record("body.seat-ended", "body", bodyId.toString(), before, validTo, reason);
    }
}

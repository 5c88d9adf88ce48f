package de.foerderkreis.stakeholder.body;

import de.foerderkreis.contracts.stakeholder.BodyFounded;
import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.outbox.LockedRoot;
import de.foerderkreis.platform.outbox.Outbox;
import de.foerderkreis.platform.outbox.Roots;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.stakeholder.reference.CaseThreads;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Founds a body in one of its meetings and tells the case, which may need it as evidence (F42). */
@Service
public class Foundings {

    private final BodyRecords records;
    private final MemberRecords members;
    private final CaseThreads threads;
    private final Roots roots;
    private final Outbox outbox;
    private final Audit audit;

    Foundings(
            BodyRecords records,
            MemberRecords members,
            CaseThreads threads,
            Roots roots,
            Outbox outbox,
            Audit audit) {
        this.records = records;
        this.members = members;
        this.threads = threads;
        this.roots = roots;
        this.outbox = outbox;
        this.audit = audit;
    }

    /**
     * Founds the body.
     *
     * @param seen version of the body the clerk looked at
     * @param on day of the founding meeting
     * @param minutesSha256 its minutes, if they are on file; {@link #minutesFiled} brings them
     *     later
     * @throws Problem 422 {@code body-side-missing} if a joint body lacks a side on that day, 409
     *     {@code body-founded-already}
     */
    @Transactional
    public void found(
            UUID bodyId, long seen, UUID caseId, LocalDate on, @Nullable String minutesSha256) {
        roots.lock("body", bodyId);
        var before = records.require(bodyId);
        before.requireSeen(seen);
        var sides = sides(bodyId, on);
        var missing =
                before.kind().joint().stream().filter(it -> !sides.contains(it)).sorted().toList();
        if (!missing.isEmpty()) {
            throw Problem.unprocessable(
                    "body-side-missing",
                    on,
                    missing.stream().map(Side::name).collect(Collectors.joining(", ")));
        }
        var body = before.found(new Body.Founding(on, caseId, minutesSha256));
        records.update(body);
        audit.record("body.founded", "body", bodyId.toString(), before, body, null);
        announce(threads.lock(caseId), body, sides);
    }

    /** Files the minutes of the founding meeting, if this is the day it was founded on. */
    @Transactional
    public void minutesFiled(UUID bodyId, LocalDate on, String minutesSha256) {
        roots.lock("body", bodyId);
        var before = records.require(bodyId);
        var founding = before.founding();
        if (founding == null
                || !founding.on().equals(on)
                || minutesSha256.equals(founding.minutesSha256())) {
            return;
        }
        var body = before.withFoundingMinutes(founding, minutesSha256);
        records.update(body);
        audit.record("body.minutes-filed", "body", bodyId.toString(), before, body, null);
        announce(threads.lock(founding.caseId()), body, sides(bodyId, on));
    }

    private List<Side> sides(UUID bodyId, LocalDate on) {
        return members.of(bodyId).stream()
                .filter(it -> it.sitsOn(on))
                .map(Member::side)
                .distinct()
                .sorted()
                .toList();
    }

    private void announce(LockedRoot root, Body body, List<Side> sides) {
        var founding = body.founding();
        if (founding == null) {
            throw new IllegalStateException("Only a founded body is announced");
        }
        outbox.append(
                root,
                BodyFounded.TOPIC,
                new BodyFounded(
                        founding.caseId(),
                        body.id(),
                        body.kind().name(),
                        body.name(),
                        founding.on(),
                        sides.stream().map(Side::name).toList(),
                        founding.minutesSha256(),
                        root.version()));
    }
}

package de.foerderkreis.application.ruling;

import de.foerderkreis.application.fundingcase.Cases;
import de.foerderkreis.application.programme.Programmes;
import de.foerderkreis.contracts.application.InformalRulingRecorded;
import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.outbox.LockedRoot;
import de.foerderkreis.platform.outbox.Outbox;
import de.foerderkreis.platform.persistence.Ids;
import de.foerderkreis.platform.problem.FieldError;
import de.foerderkreis.platform.problem.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records informal rulings and announces each state of one, so that the staffing plan knows it. */
@Service
@Transactional
class RulingBook implements InformalRulings {

    private static final BigDecimal MOST_POSTS = BigDecimal.valueOf(1000);

    private final Rulings rulings;
    private final Cases cases;
    private final Programmes programmes;
    private final Outbox outbox;
    private final Audit audit;
    private final BusinessClock clock;

    RulingBook(
            Rulings rulings,
            Cases cases,
            Programmes programmes,
            Outbox outbox,
            Audit audit,
            BusinessClock clock) {
        this.rulings = rulings;
        this.cases = cases;
        this.programmes = programmes;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Ruling> of(UUID caseId) {
        cases.require(caseId);
        return rulings.of(caseId);
    }

    @Transactional(readOnly = true)
    Ruling one(UUID caseId, UUID id) {
        cases.require(caseId);
        return find(caseId, id);
    }

    Ruling record(UUID caseId, String authority, String question, Answer answer) {
        var root = cases.lock(caseId);
        var file = cases.require(caseId);
        var errors = errors(caseId, answer);
        if (programmes.require(file.programmeCode()).authority(authority).isEmpty()) {
            errors.add(FieldError.of("authority", "unknown-authority", authority));
        }
        refuse(errors);
        var ruling = ruling(Ids.next(), caseId, authority, question.strip(), answer, 0);
        rulings.insert(ruling);
        announce(root, null, ruling);
        return ruling;
    }

    /** Takes the answer to an open question; a given one stands. */
    Ruling answer(UUID caseId, UUID id, long version, Answer answer) {
        var root = cases.lock(caseId);
        cases.require(caseId);
        var before = find(caseId, id);
        if (before.version() != version) {
            throw Problem.stale(List.of("outcome"));
        }
        if (before.outcome() != Ruling.Outcome.OPEN) {
            throw Problem.conflict("ruling-stands");
        }
        refuse(errors(caseId, answer));
        var after = ruling(id, caseId, before.authority(), before.question(), answer, version);
        if (!rulings.update(after)) {
            throw Problem.stale(List.of("outcome"));
        }
        announce(root, before, after);
        return find(caseId, id);
    }

    private ArrayList<FieldError> errors(UUID caseId, Answer it) {
        var errors = new ArrayList<FieldError>();
        if (it.ruledOn().isAfter(clock.today())) {
            errors.add(FieldError.of("ruledOn", "future-date"));
        }
        if (it.outcome() != Ruling.Outcome.OPEN && it.answer() == null) {
            errors.add(FieldError.of("answer", "answer-missing"));
        }
        var posts = it.minimumPosts();
        if (posts != null
                && (posts.signum() <= 0
                        || posts.compareTo(MOST_POSTS) >= 0
                        || posts.stripTrailingZeros().scale() > 2)) {
            errors.add(FieldError.of("minimumPosts", "posts-unreadable"));
        }
        var document = it.documentSha256();
        if (document != null && !cases.holds(caseId, document)) {
            errors.add(FieldError.of("documentSha256", "unknown-document"));
        }
        return errors;
    }

    private static void refuse(List<FieldError> errors) {
        if (errors.size() == 1) {
            var only = errors.getFirst();
            throw Problem.invalid(only.field(), only.code(), only.args().toArray());
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    private void announce(LockedRoot root, @Nullable Ruling before, Ruling it) {
        audit.record("ruling.recorded", "ruling", it.id().toString(), before, it, it.reason());
        var posts = it.minimumPosts();
        outbox.append(
                root,
                InformalRulingRecorded.TOPIC,
                new InformalRulingRecorded(
                        it.caseId(),
                        it.id(),
                        it.authority(),
                        it.outcome().name(),
                        posts == null ? null : posts.toPlainString(),
                        it.minimumTeachers(),
                        it.ruledOn(),
                        root.version()));
    }

    private Ruling ruling(
            UUID id, UUID caseId, String authority, String question, Answer it, long version) {
        return new Ruling(
                id,
                caseId,
                authority,
                question,
                it.answer(),
                it.reason(),
                it.outcome(),
                it.ruledOn(),
                it.minimumPosts(),
                it.minimumTeachers(),
                it.documentSha256(),
                version,
                cases.recording(caseId, it.ruledOn()));
    }

    private Ruling find(UUID caseId, UUID id) {
        return rulings.find(caseId, id).orElseThrow(() -> Problem.notFound("ruling"));
    }

    /** What the authority said; no answer yet with outcome {@code OPEN}. */
    record Answer(
            Ruling.Outcome outcome,
            @Nullable String answer,
            @Nullable String reason,
            LocalDate ruledOn,
            @Nullable BigDecimal minimumPosts,
            @Nullable Integer minimumTeachers,
            @Nullable String documentSha256) {

        Answer {
            answer = answer == null || answer.isBlank() ? null : answer.strip();
            reason = reason == null || reason.isBlank() ? null : reason.strip();
        }
    }
}

package de.foerderkreis.application.council;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class PastEntries implements PastSteps {

    private final CouncilFile file;
    private final ResolutionRegister resolutions;

    PastEntries(CouncilFile file, ResolutionRegister resolutions) {
        this.file = file;
        this.resolutions = resolutions;
    }

    @Override
    public void motion(
            UUID caseId,
            LocalDate datedOn,
            List<String> proposers,
            String subject,
            @Nullable String documentSha256) {
        file.move(caseId, datedOn, proposers, subject, null, null, documentSha256);
    }

    @Override
    public void paper(
            UUID caseId,
            LocalDate datedOn,
            String number,
            Paper.Type type,
            String title,
            @Nullable String documentSha256) {
        file.file(
                caseId, number, type, title, datedOn, false, null, null, documentSha256, List.of());
    }

    @Override
    public void meeting(UUID caseId, Body body, LocalDate heldOn) {
        file.convene(caseId, body, heldOn, null);
    }

    @Override
    public void resolution(
            UUID caseId,
            Body body,
            LocalDate decidedOn,
            Outcome outcome,
            Resolves resolves,
            String subject,
            @Nullable String documentSha256) {
        resolutions.record(caseId, body, decidedOn, outcome, subject, documentSha256, resolves);
    }
}

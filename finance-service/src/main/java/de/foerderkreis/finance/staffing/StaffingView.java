package de.foerderkreis.finance.staffing;

import de.foerderkreis.finance.reference.Programme;
import de.foerderkreis.finance.staffing.StaffingReading.Sheet;
import de.foerderkreis.finance.staffing.StaffingReading.Warning;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A staffing plan as clients read it; full-time equivalents are decimal strings with two places.
 *
 * @param totalFte funded posts and released teachers together (F31)
 * @param belowRuling whether it stays below the ruling
 */
record StaffingView(
        UUID caseId,
        UUID id,
        long version,
        Instant savedAt,
        List<PostView> posts,
        String fte,
        int teachers,
        String totalFte,
        int heads,
        int workplaces,
        int rooms,
        String premisesReason,
        boolean belowRuling,
        @Nullable RulingView ruling,
        List<Warning> warnings) {

    static StaffingView of(StaffingPlan plan, Sheet sheet, List<Warning> warnings, Locale locale) {
        var content = plan.content();
        Programme programme = sheet.programme();
        return new StaffingView(
                plan.caseId(),
                plan.id(),
                plan.version(),
                plan.savedAt(),
                content.posts().stream()
                        .map(it ->
                                new PostView(
                                        it.category(),
                                        programme == null
                                                ? it.category()
                                                : programme.postLabel(it.category(), locale),
                                        it.heads(),
                                        it.fte().toString()))
                        .toList(),
                content.fte().toString(),
                content.teachers(),
                content.total().toString(),
                content.heads(),
                content.workplaces(),
                content.rooms(),
                content.premisesReason(),
                sheet.below(content),
                RulingView.of(sheet.ruling()),
                warnings);
    }

    record PostView(String category, String label, int heads, String fte) {}

    /** The answer that binds the planning. */
    record RulingView(
            String authority,
            LocalDate ruledOn,
            @Nullable String minimumPosts,
            @Nullable Integer minimumTeachers) {

        static @Nullable RulingView of(@Nullable Ruling ruling) {
            if (ruling == null) {
                return null;
            }
            Fte posts = ruling.posts();
            return new RulingView(
                    ruling.authority(),
                    ruling.ruledOn(),
                    posts == null ? null : posts.toString(),
                    ruling.teachers());
        }
    }
}

package de.foerderkreis.finance.staffing;

import de.foerderkreis.finance.reference.PostCategory;
import de.foerderkreis.finance.reference.Programme;
import de.foerderkreis.finance.staffing.StaffingInput.PostInput;
import de.foerderkreis.finance.staffing.StaffingPlan.Content;
import de.foerderkreis.finance.staffing.StaffingPlan.Post;
import de.foerderkreis.portal.Formats;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The plan as it stands in the fields of the page, with everything typed, right or wrong.
 *
 * @param version version the typed text started from
 * @param action {@code recalculate} asks for sums instead of saving
 */
record StaffingForm(
        @Nullable Long version,
        @Nullable List<@Nullable PostInput> posts,
        @Nullable String teachers,
        @Nullable String workplaces,
        @Nullable String rooms,
        @Nullable String premisesReason,
        @Nullable String action) {

    /** A line for every kind of post of the programme, filled with what the plan says of it. */
    static StaffingForm of(
            @Nullable StaffingPlan plan, @Nullable Programme programme, Formats formats) {
        Content content = plan == null ? null : plan.content();
        List<@Nullable PostInput> lines =
                programme == null
                        ? List.of()
                        : programme.postCategories().stream()
                                .<@Nullable PostInput>map(it -> line(it, content, formats))
                                .toList();
        return new StaffingForm(
                plan == null ? 0L : plan.version(),
                lines,
                content == null ? "" : String.valueOf(content.teachers()),
                content == null ? "" : String.valueOf(content.workplaces()),
                content == null ? "" : String.valueOf(content.rooms()),
                content == null ? "" : content.premisesReason(),
                null);
    }

    private static PostInput line(
            PostCategory category, @Nullable Content content, Formats formats) {
        Optional<Post> post =
                content == null
                        ? Optional.empty()
                        : content.posts().stream()
                                .filter(it -> it.category().equals(category.code()))
                                .findFirst();
        return new PostInput(
                category.code(),
                post.map(it -> String.valueOf(it.heads())).orElse(""),
                post.map(it -> formats.number(it.fte().asDecimal(), 2)).orElse(""));
    }

    boolean wantsSums() {
        return "recalculate".equals(action);
    }

    StaffingForm startingFrom(long current) {
        return new StaffingForm(
                current, posts, teachers, workplaces, rooms, premisesReason, action);
    }

    List<PostInput> lines() {
        return posts == null
                ? List.of()
                : posts.stream()
                        .map(it ->
                                Optional.ofNullable(it).orElseGet(() -> new PostInput("", "", "")))
                        .toList();
    }

    StaffingInput input() {
        return new StaffingInput(posts, teachers, workplaces, rooms, premisesReason);
    }
}

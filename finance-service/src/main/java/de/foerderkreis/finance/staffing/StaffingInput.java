package de.foerderkreis.finance.staffing;

import de.foerderkreis.finance.reference.PostCategory;
import de.foerderkreis.finance.reference.Programme;
import de.foerderkreis.finance.staffing.StaffingPlan.Content;
import de.foerderkreis.finance.staffing.StaffingPlan.Post;
import de.foerderkreis.platform.problem.FieldError;
import de.foerderkreis.platform.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A plan as a client sent it, not yet known to make sense; numbers are what was typed. */
record StaffingInput(
        @Nullable List<@Nullable PostInput> posts,
        @Nullable String teachers,
        @Nullable String workplaces,
        @Nullable String rooms,
        @Nullable String premisesReason) {

    private static final int MOST = 999;
    private static final int LONGEST_REASON = 500;

    /** Posts of one kind as a client sent them. */
    record PostInput(@Nullable String category, @Nullable String heads, @Nullable String fte) {}

    /**
     * Checks the plan against the programme: no kind and no sum above what it pays for (F26).
     *
     * @throws Problem naming every wrong field at once
     */
    Content read(Programme programme) {
        var errors = new ArrayList<FieldError>();
        var read = new ArrayList<Post>();
        var seen = new HashSet<String>();
        List<@Nullable PostInput> lines = posts == null ? List.of() : posts;
        for (int index = 0; index < lines.size(); index++) {
            PostInput line = lines.get(index);
            post(
                            "posts[" + index + "].",
                            line == null ? new PostInput(null, null, null) : line,
                            programme,
                            seen,
                            errors)
                    .ifPresent(read::add);
        }
        int wantedTeachers = count("teachers", teachers, errors);
        int wantedWorkplaces = count("workplaces", workplaces, errors);
        int wantedRooms = count("rooms", rooms, errors);
        String reason = premisesReason == null ? "" : premisesReason.strip();
        if (reason.length() > LONGEST_REASON) {
            errors.add(FieldError.of("premisesReason", "text-too-long", LONGEST_REASON));
        }
        if (wantedWorkplaces > 0 && wantedRooms == 0) {
            errors.add(FieldError.of("rooms", "rooms-missing", wantedWorkplaces));
        }
        long sum = read.stream().mapToLong(it -> it.fte().hundredths()).sum();
        if (errors.isEmpty() && sum * 10 > programme.maxPostsThousandth()) {
            errors.add(
                    FieldError.of(
                            "fte",
                            "staffing-above-programme",
                            new Fte(sum).asDecimal(),
                            new Fte(programme.maxPostsThousandth() / 10).asDecimal()));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return new Content(
                inOrder(read, programme), wantedTeachers, wantedWorkplaces, wantedRooms, reason);
    }

    private static Optional<Post> post(
            String path,
            PostInput line,
            Programme programme,
            HashSet<String> seen,
            List<FieldError> errors) {
        int found = errors.size();
        String code = line.category() == null ? "" : line.category().strip();
        var category = programme.postCategory(code);
        if (category.isEmpty()) {
            errors.add(FieldError.of(path + "category", "post-category-unknown", code));
        } else if (!seen.add(code)) {
            errors.add(FieldError.of(path + "category", "post-category-twice"));
        }
        Fte fte = fte(path + "fte", line.fte(), errors);
        int heads =
                line.heads() == null
                        ? fte.fewestHeads()
                        : count(path + "heads", line.heads(), errors);
        category.ifPresent(it -> {
            Fte most = StaffingWarning.most(it);
            if (fte.compareTo(most) > 0) {
                errors.add(
                        FieldError.of(
                                path + "fte",
                                "staffing-above-category",
                                fte.asDecimal(),
                                most.asDecimal()));
            }
        });
        if (errors.size() == found && heads < fte.fewestHeads()) {
            errors.add(FieldError.of(path + "heads", "heads-too-few", fte.fewestHeads()));
        }
        if (errors.size() == found && heads > 0 && fte.isNone()) {
            errors.add(FieldError.of(path + "fte", "fte-missing"));
        }
        return errors.size() == found ? Optional.of(new Post(code, heads, fte)) : Optional.empty();
    }

    private static Fte fte(String field, @Nullable String text, List<FieldError> errors) {
        var read = text == null || text.isBlank() ? Optional.of(Fte.NONE) : Fte.parse(text);
        if (read.isEmpty()) {
            errors.add(FieldError.of(field, "not-full-time-equivalents"));
        }
        return read.orElse(Fte.NONE);
    }

    private static int count(String field, @Nullable String text, List<FieldError> errors) {
        if (text == null || text.isBlank()) {
            return 0;
        }
        String digits = text.strip();
        if (!digits.matches("\\d{1,3}")) {
            errors.add(FieldError.of(field, "not-a-count", MOST));
            return 0;
        }
        return Integer.parseInt(digits);
    }

    /** Every kind of the programme once; one nobody sent has no posts. */
    private static List<Post> inOrder(List<Post> read, Programme programme) {
        return programme.postCategories().stream()
                .map(PostCategory::code)
                .map(code ->
                        read.stream()
                                .filter(it -> it.category().equals(code))
                                .findFirst()
                                .orElse(new Post(code, 0, Fte.NONE)))
                .toList();
    }
}

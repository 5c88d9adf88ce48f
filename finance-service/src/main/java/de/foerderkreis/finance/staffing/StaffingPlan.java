package de.foerderkreis.finance.staffing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * One saved version of the staffing and premises plan of a case; never changed afterwards.
 *
 * @param id names exactly this version
 * @param version counts the saves of the case's plan from 1
 */
public record StaffingPlan(UUID id, UUID caseId, long version, Content content, Instant savedAt) {

    /**
     * What a plan says.
     *
     * @param posts by kind, in the order of the programme
     * @param teachers released teachers, full-time, in kind and without money (F27)
     * @param workplaces desks, which part-timers need more of than posts (F32)
     * @param premisesReason why so many, empty where nobody said so
     */
    public record Content(
            List<Post> posts, int teachers, int workplaces, int rooms, String premisesReason) {

        public Content {
            posts = List.copyOf(posts);
        }

        /** Funded posts in full-time equivalents; teachers are none of them. */
        public Fte fte() {
            return Fte.sum(posts.stream().map(Post::fte).toList());
        }

        /** Everybody who works there, released teachers included (F31: 3.5 + 2). */
        public Fte total() {
            return fte().plus(Fte.ofPosts(teachers));
        }

        /** People, not posts: who needs a workplace at some time. */
        public int heads() {
            return posts.stream().mapToInt(Post::heads).sum() + teachers;
        }

        public Fte of(String category) {
            return posts.stream()
                    .filter(it -> it.category().equals(category))
                    .map(Post::fte)
                    .findFirst()
                    .orElse(Fte.NONE);
        }

        /** Paths of what another version says differently, as a client names them. */
        List<String> changedSince(Content seen) {
            var changed = new ArrayList<String>();
            int most = Math.max(posts.size(), seen.posts.size());
            for (int index = 0; index < most; index++) {
                if (!post(index).equals(seen.post(index))) {
                    changed.add("posts[" + index + "]");
                }
            }
            if (teachers != seen.teachers) {
                changed.add("teachers");
            }
            if (workplaces != seen.workplaces) {
                changed.add("workplaces");
            }
            if (rooms != seen.rooms) {
                changed.add("rooms");
            }
            if (!Objects.equals(premisesReason, seen.premisesReason)) {
                changed.add("premisesReason");
            }
            return changed;
        }

        private Optional<Post> post(int index) {
            return index < posts.size() ? Optional.of(posts.get(index)) : Optional.empty();
        }
    }

    /**
     * Posts of one kind.
     *
     * @param category code of the programme (F26)
     * @param heads people who share the posts
     */
    public record Post(String category, int heads, Fte fte) {}
}

package org.tongdao.training;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt stands.
 *
 * @param lesson code of the lesson
 * @param begunAt null while the ground is still prepared
 * @param notes what was told so far, latest first
 * @param hurry seconds of its world per second, 0 while it stands
 */
public record Standing(String lesson, @Nullable Instant begunAt, List<Told> notes, List<Goal> goals, int hurry) {

    /** A note and when it was told; {@code facts} fill its places. */
    public record Told(String text, Instant at, List<String> facts) {}

    /**
     * A goal as it stands.
     *
     * @param name how the term base knows it
     * @param metAt null while it is not reached
     */
    public record Goal(
            String name,
            int points,
            Instant dueAt,
            @Nullable Instant metAt) {

        /** All points in time, half of them late, none without. */
        public int reached() {
            if (metAt == null) {
                return 0;
            }
            return inTime() ? points : points / 2;
        }

        public boolean inTime() {
            return metAt != null && !metAt.isAfter(dueAt);
        }

        public boolean isOverdue(Instant now) {
            return metAt == null && now.isAfter(dueAt);
        }
    }

    public int score() {
        return goals.stream().mapToInt(Goal::reached).sum();
    }

    public int most() {
        return goals.stream().mapToInt(Goal::points).sum();
    }

    /** All goals are reached. */
    public boolean isDone() {
        return !goals.isEmpty() && goals.stream().allMatch(g -> g.metAt() != null);
    }
}

package org.tongdao.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tongdao.yard.YardPriority;
import org.tongdao.yard.YardResource;
import org.tongdao.yard.YardStage;

/** One thing a dispatcher changes, to try or to save. */
public sealed interface Change {

    /** Puts a step on a unit, not before a moment. */
    record Move(String trainNo, YardStage stage, int unit, Instant notBefore) implements Change {
        @Override
        public Optional<String> train() {
            return Optional.of(trainNo);
        }
    }

    /** Gives a moved step back to the plan. */
    record Unpin(String trainNo, YardStage stage) implements Change {
        @Override
        public Optional<String> train() {
            return Optional.of(trainNo);
        }
    }

    /** Puts the five priorities in another order. */
    record Reorder(List<YardPriority> order) implements Change {}

    /** A train comes at another time than expected. */
    record Late(String trainNo, Instant arrival) implements Change {
        @Override
        public Optional<String> train() {
            return Optional.of(trainNo);
        }
    }

    /** A unit cannot work, {@code unit} 0 for all: a broken crane, a closed track, wind. */
    record Close(YardResource resource, int unit, Instant from, Instant until) implements Change {}

    /** Customs wants to inspect a train. */
    record Inspect(String trainNo) implements Change {
        @Override
        public Optional<String> train() {
            return Optional.of(trainNo);
        }
    }

    /** Looks for a plan with less lateness and dwell. */
    record Improve() implements Change {}

    /** Takes the plan as it follows from facts now. */
    record Confirm() implements Change {}

    /** Back to what the latest version was made from. */
    record Undo() implements Change {}

    default String kind() {
        return getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT);
    }

    /** The train it is about, if any. */
    default Optional<String> train() {
        return Optional.empty();
    }
}

package org.tongdao.dispatch;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import org.tongdao.yard.YardPriority;
import org.tongdao.yard.YardStage;

/** What speaks against a change before any plan is made. */
final class ChangeRules {

    private ChangeRules() {}

    static List<Finding> of(Change change, StationBoard board) {
        var train = change.train().map(no -> find(board, no));
        if (train.isPresent() && train.get().isEmpty()) {
            return List.of(error(
                    "YARD-NO-TRAIN",
                    "train",
                    change.train().get(),
                    "No such train is at this station or on its way here."));
        }
        if (change instanceof Change.Move m) {
            return move(m, train.orElseThrow().orElseThrow(), board);
        }
        if (change instanceof Change.Late l) {
            return late(l, train.orElseThrow().orElseThrow(), board);
        }
        if (change instanceof Change.Close c) {
            return close(c, board);
        }
        if (change instanceof Change.Inspect i
                && train.orElseThrow().orElseThrow().isDone(YardStage.DEPARTURE)) {
            return List.of(error("YARD-HAPPENED", "train", i.trainNo(), "It has left this station."));
        }
        if (change instanceof Change.Undo && !board.version().isSaved()) {
            return List.of(
                    error("YARD-NO-VERSION", "version", "0", "Nothing was saved yet, so there is nothing to undo."));
        }
        return change instanceof Change.Reorder r && !isWhole(r.order())
                ? List.of(error("YARD-CLASSES", "order", r.order().toString(), "Each of the five priorities once."))
                : List.of();
    }

    private static boolean isWhole(List<YardPriority> order) {
        int all = YardPriority.values().length;
        return order.size() == all && EnumSet.copyOf(order).size() == all;
    }

    private static List<Finding> late(Change.Late l, TrainHere train, StationBoard board) {
        if (train.isArrived()) {
            return List.of(
                    error("YARD-HAPPENED", "train", l.trainNo(), "Its arrival was told; it cannot be late any more."));
        }
        return l.arrival().isBefore(board.now())
                ? List.of(error("YARD-PAST", "arrival", l.arrival().toString(), "Give a time that is still to come."))
                : List.of();
    }

    private static List<Finding> move(Change.Move m, TrainHere train, StationBoard board) {
        if (train.facts().containsKey(m.stage())) {
            return List.of(error(
                    "YARD-HAPPENED",
                    "step",
                    m.trainNo() + " " + m.stage(),
                    "It was told as a fact; only what is still to come can be moved."));
        }
        if (m.stage() == YardStage.TRANSLOADING) {
            return List.of(error(
                    "YARD-FOLLOWS",
                    "step",
                    m.trainNo(),
                    "Transloading is where the train was placed. Move the placing."));
        }
        int units = board.units(Flow.shownOn(m.stage()));
        return m.unit() < 1 || m.unit() > units
                ? List.of(error("YARD-UNIT", "unit", String.valueOf(m.unit()), "This station has 1 to " + units + "."))
                : List.of();
    }

    private static List<Finding> close(Change.Close c, StationBoard board) {
        if (!c.from().isBefore(c.until())) {
            return List.of(
                    error("YARD-INVERTED", "until", c.until().toString(), "The end must be after the beginning."));
        }
        int units = board.units(c.resource());
        return c.unit() < 0 || c.unit() > units
                ? List.of(error(
                        "YARD-UNIT",
                        "unit",
                        String.valueOf(c.unit()),
                        "This station has 1 to " + units + ", 0 means all."))
                : List.of();
    }

    private static Optional<TrainHere> find(StationBoard board, String trainNo) {
        return board.trains().stream().filter(t -> t.no().equals(trainNo)).findFirst();
    }

    static Finding error(String rule, String field, String value, String maybe) {
        return Finding.error(rule, Place.of(field), value, maybe);
    }
}

package org.tongdao.yard;

import static org.tongdao.yard.YardStage.ARRIVAL_CHECK;
import static org.tongdao.yard.YardStage.CUSTOMS;
import static org.tongdao.yard.YardStage.DEPARTURE;
import static org.tongdao.yard.YardStage.INSPECTION;
import static org.tongdao.yard.YardStage.MARSHALLING;
import static org.tongdao.yard.YardStage.PLACING;
import static org.tongdao.yard.YardStage.PULL_OUT;
import static org.tongdao.yard.YardStage.TRANSLOADING;
import static org.tongdao.yard.YardStage.WAYBILLING;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The graph of operations of a train: customs and the gauge change fork after the arrival check and join before waybilling (I-22). */
final class DayFlow {

    /** A node: a stage, or one of several inspections. */
    record Node(YardStage stage, int part) {}

    private DayFlow() {}

    static List<Node> nodes(DayTrain train) {
        var nodes = new ArrayList<Node>();
        for (var stage : YardStage.values()) {
            if (stage == INSPECTION) {
                for (int part = 0; part < train.inspections().size(); part++) {
                    nodes.add(new Node(stage, part));
                }
            } else if (train.changesGauge() || stage == ARRIVAL_CHECK || stage == CUSTOMS || stage == DEPARTURE) {
                nodes.add(new Node(stage, 0));
            }
        }
        return nodes;
    }

    /** What must be over before a node begins. */
    static List<Node> before(DayTrain train, Node node, YardMode mode) {
        return switch (node.stage()) {
            case ARRIVAL_CHECK -> List.of();
            case CUSTOMS -> List.of(new Node(ARRIVAL_CHECK, 0));
            case INSPECTION -> List.of(new Node(CUSTOMS, 0));
            case PLACING -> mode == YardMode.SERIAL ? released(train, true) : List.of(new Node(ARRIVAL_CHECK, 0));
            case TRANSLOADING -> List.of(new Node(PLACING, 0));
            case PULL_OUT -> List.of(new Node(TRANSLOADING, 0));
            case WAYBILLING -> {
                var all = new ArrayList<Node>(released(train, false));
                all.add(new Node(PULL_OUT, 0));
                yield all;
            }
            case MARSHALLING -> List.of(new Node(WAYBILLING, 0));
            case DEPARTURE -> train.changesGauge() ? List.of(new Node(MARSHALLING, 0)) : released(train, false);
        };
    }

    /** Customs and every inspection the train waits for; before the gauge change only those of the whole train, since a box comes off on the track. */
    private static List<Node> released(DayTrain train, boolean wholeOnly) {
        var all = new ArrayList<Node>();
        all.add(new Node(CUSTOMS, 0));
        for (int part = 0; part < train.inspections().size(); part++) {
            var inspection = train.inspections().get(part);
            if (!inspection.pulled() && (!wholeOnly || inspection.container() == 0)) {
                all.add(new Node(INSPECTION, part));
            }
        }
        return all;
    }

    /** Whether a node waits for a box to hang free of its wagon, some time after the transload began. */
    static boolean waitsForBox(DayTrain train, Node node) {
        return node.stage() == INSPECTION
                && train.changesGauge()
                && train.inspections().get(node.part()).container() > 0;
    }

    static YardResource shownOn(YardStage stage) {
        return StageFlow.shownOn(stage);
    }

    static Optional<YardResource> second(YardStage stage) {
        return switch (stage) {
            case ARRIVAL_CHECK -> Optional.of(YardResource.CHECK_CREW);
            case PLACING, PULL_OUT -> Optional.of(YardResource.LOCOMOTIVE);
            case TRANSLOADING -> Optional.of(YardResource.CRANE);
            default -> Optional.empty();
        };
    }

    /** Whether the unit stays taken after the step, until a later stage frees it. */
    static boolean keepsTrack(YardStage stage) {
        return stage == ARRIVAL_CHECK || stage == PLACING || stage == PULL_OUT;
    }

    /** The stage whose end frees the track that this one takes. */
    static YardStage freedBy(boolean changesGauge, YardStage stage) {
        return switch (stage) {
            case ARRIVAL_CHECK -> changesGauge ? PLACING : DEPARTURE;
            case PLACING -> PULL_OUT;
            default -> DEPARTURE;
        };
    }

    /** Usual seconds of a step; {@code crane} is the set that works, for the transload. */
    static long seconds(YardLayout layout, DayTrain train, YardStage stage, double secondsPerLift) {
        var times = layout.times();
        return switch (stage) {
            case ARRIVAL_CHECK -> minutes(times.arrivalCheck().mode());
            case CUSTOMS -> minutes(times.customs().mode());
            case INSPECTION -> minutes(times.inspection().mode());
            case PLACING -> minutes(times.placing().mode());
            case TRANSLOADING -> rate(layout, secondsPerLift).seconds(train.containers());
            case PULL_OUT -> minutes(times.pullOut().mode());
            case WAYBILLING -> minutes(times.waybilling().mode());
            case MARSHALLING -> minutes(times.marshalling().mode());
            case DEPARTURE -> minutes(times.headwayMinutes());
        };
    }

    static CraneRate rate(YardLayout layout, double secondsPerLift) {
        return secondsPerLift > 0 ? layout.crane().withSecondsPerLift(secondsPerLift) : layout.crane();
    }

    /** Whether a unit suits a train: gauge and length of tracks, weight of boxes. */
    static boolean suits(YardUnit unit, DayTrain train) {
        int gauge = unit.resource() == YardResource.DEPARTURE_TRACK ? train.onwardMm() : train.gaugeMm();
        boolean track = unit.resource() == YardResource.RECEIVING_TRACK
                || unit.resource() == YardResource.TRANSLOAD_TRACK
                || unit.resource() == YardResource.DEPARTURE_TRACK;
        boolean fits = !track
                || (gauge == 0 || unit.gaugeMm() == 0 || unit.gaugeMm() == gauge)
                        && (unit.lengthM() == 0 || unit.lengthM() >= train.lengthM());
        return fits
                && (unit.resource() != YardResource.CRANE
                        || unit.limitKg() == 0
                        || unit.limitKg() >= train.heaviestKg());
    }

    private static long minutes(double minutes) {
        return Math.round(60 * minutes);
    }
}

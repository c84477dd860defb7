package org.tongdao.yard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The optimum of a tiny day at a station with one unit of each kind but several tracks: every order of the steps of its trains, each step as early as it goes. Written
 * apart from the planner; trains without inspections, no closures.
 */
final class DayBruteForce {

    private static final List<YardStage> CHANGING = List.of(
            YardStage.ARRIVAL_CHECK,
            YardStage.CUSTOMS,
            YardStage.PLACING,
            YardStage.TRANSLOADING,
            YardStage.PULL_OUT,
            YardStage.WAYBILLING,
            YardStage.MARSHALLING,
            YardStage.DEPARTURE);
    private static final List<YardStage> KEEPING =
            List.of(YardStage.ARRIVAL_CHECK, YardStage.CUSTOMS, YardStage.DEPARTURE);

    private final DayQuestion question;
    private final boolean serial;
    private final List<DayTrain> trains;
    private final long[][] end;
    private final Map<YardResource, long[]> free = new HashMap<>();
    private long best = Long.MAX_VALUE;

    DayBruteForce(DayQuestion question) {
        this.question = question;
        this.serial = question.rules().mode() == YardMode.SERIAL;
        this.trains = question.trains();
        this.end = new long[trains.size()][YardStage.values().length];
        for (var row : end) {
            Arrays.fill(row, -1);
        }
        for (var resource : YardResource.values()) {
            free.put(resource, new long[question.layout().units(resource).size()]);
        }
    }

    /** {@code known} is the cost of a schedule: nothing dearer is looked at. */
    long optimum(long known) {
        best = known + 1;
        go(0, 0);
        return best;
    }

    /** What the trains that have begun cost at least. */
    private long underWay() {
        long sum = 0;
        for (int t = 0; t < end.length; t++) {
            var train = trains.get(t);
            if (end[t][YardStage.DEPARTURE.ordinal()] < 0) {
                long last = Arrays.stream(end[t]).max().orElse(-1);
                sum += last < 0 ? 0 : last - second(train.arrival());
            }
        }
        return sum;
    }

    private long second(java.time.Instant moment) {
        return moment.getEpochSecond() - question.now().getEpochSecond();
    }

    private static List<YardStage> stages(DayTrain train) {
        return train.containers() > 0 ? CHANGING : KEEPING;
    }

    private static List<YardStage> before(DayTrain train, YardStage stage, boolean serial) {
        return switch (stage) {
            case ARRIVAL_CHECK, INSPECTION -> List.of();
            case CUSTOMS -> List.of(YardStage.ARRIVAL_CHECK);
            case PLACING -> List.of(serial ? YardStage.CUSTOMS : YardStage.ARRIVAL_CHECK);
            case TRANSLOADING -> List.of(YardStage.PLACING);
            case PULL_OUT -> List.of(YardStage.TRANSLOADING);
            case WAYBILLING -> List.of(YardStage.PULL_OUT, YardStage.CUSTOMS);
            case MARSHALLING -> List.of(YardStage.WAYBILLING);
            case DEPARTURE -> List.of(train.containers() > 0 ? YardStage.MARSHALLING : YardStage.CUSTOMS);
        };
    }

    /** What a step takes for its own time only, and the track that it takes until another step frees it. */
    private static List<YardResource> works(YardStage stage) {
        return switch (stage) {
            case ARRIVAL_CHECK -> List.of(YardResource.CHECK_CREW);
            case CUSTOMS -> List.of(YardResource.CUSTOMS_LANE);
            case INSPECTION -> List.of(YardResource.INSPECTION_BAY);
            case PLACING, PULL_OUT -> List.of(YardResource.LOCOMOTIVE);
            case TRANSLOADING -> List.of(YardResource.CRANE);
            case WAYBILLING -> List.of(YardResource.WAYBILL_DESK);
            case MARSHALLING -> List.of(YardResource.MARSHALLING_CREW);
            case DEPARTURE -> List.of(YardResource.PATH);
        };
    }

    private static YardResource track(YardStage stage) {
        return switch (stage) {
            case ARRIVAL_CHECK -> YardResource.RECEIVING_TRACK;
            case PLACING -> YardResource.TRANSLOAD_TRACK;
            default -> YardResource.DEPARTURE_TRACK;
        };
    }

    private static boolean takes(YardStage stage) {
        return stage == YardStage.ARRIVAL_CHECK || stage == YardStage.PLACING || stage == YardStage.PULL_OUT;
    }

    private static YardResource frees(DayTrain train, YardStage stage) {
        return switch (stage) {
            case PLACING -> YardResource.RECEIVING_TRACK;
            case PULL_OUT -> YardResource.TRANSLOAD_TRACK;
            default -> train.containers() > 0 ? YardResource.DEPARTURE_TRACK : YardResource.RECEIVING_TRACK;
        };
    }

    private void go(int done, long cost) {
        if (cost + underWay() >= best) {
            return;
        }
        int all = trains.stream().mapToInt(t -> stages(t).size()).sum();
        if (done == all) {
            best = cost;
            return;
        }
        for (int t = 0; t < trains.size(); t++) {
            for (var stage : stages(trains.get(t))) {
                if (end[t][stage.ordinal()] < 0 && isReady(t, stage)) {
                    put(t, stage, done, cost);
                }
            }
        }
    }

    private boolean isReady(int t, YardStage stage) {
        return before(trains.get(t), stage, serial).stream().allMatch(b -> end[t][b.ordinal()] >= 0);
    }

    private void put(int t, YardStage stage, int done, long cost) {
        var train = trains.get(t);
        long begin = Math.max(0, second(train.arrival()));
        for (var b : before(train, stage, serial)) {
            begin = Math.max(begin, end[t][b.ordinal()]);
        }
        var saved = new ArrayList<long[]>();
        free.values().forEach(units -> saved.add(units.clone()));
        for (var resource : works(stage)) {
            begin = Math.max(begin, units(resource)[0]);
        }
        int at = takes(stage) ? soonest(units(track(stage))) : -1;
        long held = at < 0 ? 0 : units(track(stage))[at];
        if (held < Long.MAX_VALUE) {
            begin = Math.max(begin, held);
            long until = begin
                    + DayFlow.seconds(
                            question.layout(),
                            train,
                            stage,
                            question.layout().crane().secondsPerLift());
            for (var resource : works(stage)) {
                units(resource)[0] = until;
            }
            if (stage == YardStage.PLACING || stage == YardStage.PULL_OUT || stage == YardStage.DEPARTURE) {
                var left = units(frees(train, stage));
                left[held(left)] = until;
            }
            if (at >= 0) {
                units(track(stage))[at] = Long.MAX_VALUE;
            }
            end[t][stage.ordinal()] = until;
            go(done + 1, cost + (stage == YardStage.DEPARTURE ? cost(train, begin, until) : 0));
            end[t][stage.ordinal()] = -1;
        }
        int i = 0;
        for (var units : free.values()) {
            System.arraycopy(saved.get(i++), 0, units, 0, units.length);
        }
    }

    private long cost(DayTrain train, long begin, long until) {
        long late = train.due().map(due -> Math.max(0, begin - second(due))).orElse(0L);
        return DayPlan.LATE_WEIGHT * train.weight() * late + until - second(train.arrival());
    }

    private long[] units(YardResource resource) {
        var units = free.get(resource);
        if (units == null) {
            throw new IllegalStateException("no " + resource);
        }
        return units;
    }

    private static int soonest(long[] units) {
        int best = 0;
        for (int i = 1; i < units.length; i++) {
            best = units[i] < units[best] ? i : best;
        }
        return best;
    }

    /** Tracks of a kind are alike, so it does not matter which of the held ones is left. */
    private static int held(long[] units) {
        for (int i = 0; i < units.length; i++) {
            if (units[i] == Long.MAX_VALUE) {
                return i;
            }
        }
        throw new IllegalStateException("nobody holds a track");
    }
}

package org.tongdao.yard;

import java.util.Arrays;
import java.util.EnumMap;
import org.tongdao.terms.Dice;

/** One train in the station: what chance gave it, how far it is, what it holds. Times are seconds of the epoch. */
final class Visit {

    static final long NEVER = Long.MIN_VALUE;
    private static final int STAGES = YardStage.values().length;

    final String id;
    final long arrival;
    final int containers;
    final boolean inspected;
    final long[] seconds = new long[STAGES];
    final long[] ready = new long[STAGES];
    final long[] begin = new long[STAGES];
    final long[] end = new long[STAGES];
    final int[] unit = new int[STAGES];
    final int[] taken = new int[STAGES];
    final long[] waited = new long[YardResource.values().length];
    final EnumMap<YardResource, int[]> held = new EnumMap<>(YardResource.class);
    boolean released;
    boolean transloaded;

    /** Draws everything at once and in fixed order, so that the same train has the same luck in every mode and layout. */
    Visit(String id, long arrival, int containers, YardStation station, long seed) {
        this.id = id;
        this.arrival = arrival;
        this.containers = containers;
        Arrays.fill(ready, NEVER);
        Arrays.fill(begin, NEVER);
        Arrays.fill(end, NEVER);
        var random = Dice.of(seed, station.id() + '/' + id);
        var times = station.times();
        inspected = random.nextDouble() < times.inspectionShare();
        set(YardStage.ARRIVAL_CHECK, times.arrivalCheck().drawSeconds(random));
        set(YardStage.CUSTOMS, times.customs().drawSeconds(random));
        set(YardStage.INSPECTION, times.inspection().drawSeconds(random));
        set(YardStage.PLACING, times.placing().drawSeconds(random));
        set(YardStage.TRANSLOADING, station.crane().seconds(containers));
        set(YardStage.PULL_OUT, times.pullOut().drawSeconds(random));
        set(YardStage.WAYBILLING, times.waybilling().drawSeconds(random));
        set(YardStage.MARSHALLING, times.marshalling().drawSeconds(random));
        set(YardStage.DEPARTURE, Math.round(60 * times.headwayMinutes()));
    }

    boolean changesGauge() {
        return containers > 0;
    }

    boolean departed() {
        return end[YardStage.DEPARTURE.ordinal()] != NEVER;
    }

    long departure() {
        return end[YardStage.DEPARTURE.ordinal()];
    }

    /** Seconds in which at least one step was going on: the union of the step times. */
    long operationSeconds() {
        var order = java.util.stream.IntStream.range(0, STAGES)
                .filter(s -> end[s] != NEVER)
                .boxed()
                .sorted(java.util.Comparator.comparingLong((Integer s) -> begin[s])
                        .thenComparing(s -> s))
                .toList();
        long covered = 0;
        long until = arrival;
        for (int s : order) {
            covered += Math.max(0, end[s] - Math.max(until, begin[s]));
            until = Math.max(until, end[s]);
        }
        return covered;
    }

    private void set(YardStage stage, long value) {
        seconds[stage.ordinal()] = value;
    }
}

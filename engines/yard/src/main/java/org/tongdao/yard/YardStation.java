package org.tongdao.yard;

import java.util.EnumMap;
import java.util.Map;

/**
 * A station as data: what it has, how fast it works, what usually comes.
 *
 * <p>The receiving side changes the gauge: China to Kazakhstan at Dostyk or Altynkol, towards the EU at Małaszewicze or Fényeslitke, towards China at
 * Alashankou or Khorgos. Shipped stations come from {@code data/corridor/stations.csv}, each figure with its source, through {@link StationTable}.
 *
 * @param id lower case, e.g. {@code alashankou}
 * @param node id of the place in the corridor network, e.g. {@code AKL}
 * @param units how many of each resource, at least one of each
 * @param cranesPerTrain cranes that work on one train together
 * @param crane speed of that set
 * @param usual the traffic to reckon with
 */
public record YardStation(
        String id,
        String nameZh,
        String nameEn,
        String node,
        Map<YardResource, Integer> units,
        int cranesPerTrain,
        CraneRate crane,
        StageTimes times,
        Background usual) {

    public YardStation {
        var complete = new EnumMap<YardResource, Integer>(YardResource.class);
        for (var resource : YardResource.values()) {
            int count = units.getOrDefault(resource, 0);
            if (count < 1) {
                throw new IllegalArgumentException(
                        "station " + id + " has no " + resource + ". Maybe its figure is missing.");
            }
            complete.put(resource, count);
        }
        units = java.util.Collections.unmodifiableMap(complete);
        if (cranesPerTrain < 1 || cranesPerTrain > complete.getOrDefault(YardResource.CRANE, 0)) {
            throw new IllegalArgumentException("station " + id + " has " + complete.get(YardResource.CRANE)
                    + " cranes but puts " + cranesPerTrain + " on a train");
        }
    }

    public int count(YardResource resource) {
        return units.getOrDefault(resource, 0);
    }

    /** What if there were more or fewer of one resource. */
    public YardStation withUnits(YardResource resource, int count) {
        var other = new EnumMap<>(units);
        other.put(resource, count);
        return new YardStation(id, nameZh, nameEn, node, other, cranesPerTrain, crane, times, usual);
    }

    public YardStation withSecondsPerLift(double seconds) {
        return new YardStation(
                id, nameZh, nameEn, node, units, cranesPerTrain, crane.withSecondsPerLift(seconds), times, usual);
    }
}

package org.tongdao.yard;

/**
 * One track, crane set, lane, bay, desk, crew, locomotive or path of a station that is scheduled unit by unit.
 *
 * @param resource what it is
 * @param id unique at the station, e.g. {@code T3}
 * @param gaugeMm of a track, 1435 or 1520; 0 for any
 * @param lengthM of a track, 0 for any
 * @param limitKg heaviest box a crane set lifts, 0 for any
 * @param secondsPerLift of a crane set on one train, 0 for the station's usual
 * @param group transload tracks and crane sets that belong together, empty for any
 * @param outdoor whether wind stops it
 */
public record YardUnit(
        YardResource resource,
        String id,
        int gaugeMm,
        int lengthM,
        int limitKg,
        double secondsPerLift,
        String group,
        boolean outdoor) {

    /** A unit that suits every train. */
    public static YardUnit of(YardResource resource, String id) {
        return new YardUnit(resource, id, 0, 0, 0, 0, "", false);
    }
}

package org.tongdao.yard;

import org.tongdao.terms.Place;

/**
 * One line of a station file.
 *
 * @param where line of the file
 * @param what e.g. {@code transload_track} or {@code customs_min}
 * @param id of a unit, or the beginning of the ids of {@code count} units
 * @param gaugeMm of tracks
 * @param lengthM of tracks
 * @param limitKg heaviest box of crane sets
 * @param group tracks and crane sets that belong together
 * @param place {@code outdoor} for what wind stops
 * @param value seconds per lift, minutes, from/until, times of the day
 * @param mark {@code cited}, {@code derived}, {@code memory} or {@code assumed}
 */
public record YardLayoutLine(
        Place where,
        String what,
        String id,
        int count,
        int gaugeMm,
        int lengthM,
        int limitKg,
        String group,
        String place,
        String value,
        String mark,
        String source) {}

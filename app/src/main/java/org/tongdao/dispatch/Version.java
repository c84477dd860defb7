package org.tongdao.dispatch;

import java.time.Instant;
import java.util.List;
import org.tongdao.yard.YardPriority;

/**
 * A saved version of a station's plan.
 *
 * @param version 0 when none was saved yet
 * @param pins it keeps to
 * @param steps as they were planned then
 */
public record Version(
        int version,
        int basedOn,
        String kind,
        List<YardPriority> order,
        String actor,
        String reason,
        Instant madeAt,
        List<Pin> pins,
        List<PlannedStep> steps) {

    static final Version NONE =
            new Version(0, 0, "", YardPriority.ANNOUNCED, "", "", Instant.EPOCH, List.of(), List.of());

    public boolean isSaved() {
        return version > 0;
    }
}

package org.tongdao.port;

import java.time.Instant;
import java.util.List;

/**
 * Containers stand on the wagons of the next train.
 *
 * @param containerIds sorted
 * @param at when the last of them stood there
 */
public record TrainTransloaded(List<Long> containerIds, String node, long fromTrain, long toTrain, Instant at) {

    public TrainTransloaded {
        containerIds = containerIds.stream().sorted().toList();
    }
}

package org.tongdao.yard;

import java.time.Instant;

/**
 * A train that the caller wants to know about.
 *
 * @param id unique in one question; all chance of this train depends on it and the seed only
 * @param arrival at the station's entry
 * @param containers lifted here; 0 for a train that keeps its wagons
 */
public record YardTrain(String id, Instant arrival, int containers) {

    public YardTrain {
        if (containers < 0) {
            throw new IllegalArgumentException("train " + id + " has " + containers + " containers");
        }
    }

    public boolean changesGauge() {
        return containers > 0;
    }
}

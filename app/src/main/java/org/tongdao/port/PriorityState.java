package org.tongdao.port;

import org.tongdao.yard.YardPriority;

/**
 * How far one of the five priorities is for a train at its border station.
 *
 * @param done how many of {@code of} (containers, papers, next trains) are through
 */
public record PriorityState(YardPriority priority, State state, int done, int of) {

    /** Derived from facts only. */
    public enum State {
        NOT_YET,
        GOING,
        DONE
    }
}

package org.tongdao.routing;

/** A way that was found, with its true cost and the connections that it uses up. */
final class Way {

    final Journey journey;
    final int[] connections;

    Way(JourneyTrace trace, int origin, int readyAt, int[] connections) {
        this.journey = trace.journey(origin, readyAt);
        this.connections = connections;
    }
}

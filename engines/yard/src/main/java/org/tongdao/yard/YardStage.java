package org.tongdao.yard;

import java.util.Optional;

/** The steps of a train at a station, in the order in which a serial passage takes them. */
public enum YardStage {
    ARRIVAL_CHECK(null),
    CUSTOMS(null),
    INSPECTION(null),
    PLACING(YardPriority.PLACING),
    TRANSLOADING(YardPriority.TRANSLOADING),
    PULL_OUT(YardPriority.MARSHALLING),
    WAYBILLING(YardPriority.WAYBILLING),
    MARSHALLING(YardPriority.MARSHALLING),
    DEPARTURE(YardPriority.DEPARTURE);

    private final @org.jspecify.annotations.Nullable YardPriority priority;

    YardStage(@org.jspecify.annotations.Nullable YardPriority priority) {
        this.priority = priority;
    }

    /** The class of the five priorities this step is dispatched under; customs steps have none. */
    public Optional<YardPriority> priority() {
        return Optional.ofNullable(priority);
    }
}

package org.tongdao.yard;

import java.util.List;

/** The five priorities (五优先: 取送、换装、制票、编组、发车) that a dispatcher puts in order; the earlier class gets a shared resource first. */
public enum YardPriority {
    PLACING,
    TRANSLOADING,
    WAYBILLING,
    MARSHALLING,
    DEPARTURE;

    /** The order in which the stations announce them. */
    public static final List<YardPriority> ANNOUNCED = List.of(values());
}

package org.tongdao.port;

import java.time.Instant;

/** A train reached a border station on its way, or the end of its run. */
public record TrainArrived(long trainId, String node, Instant at) {}

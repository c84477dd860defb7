package org.tongdao.port;

import java.time.Instant;

/** A train left its first node with everything on it released, sealed and lifted over. */
public record TrainDeparted(long trainId, Instant at) {}

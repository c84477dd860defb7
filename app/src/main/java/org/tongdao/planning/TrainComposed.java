package org.tongdao.planning;

import java.time.Instant;

/** A train has its wagons and its containers. */
public record TrainComposed(long trainId, Instant at) {}

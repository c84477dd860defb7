package org.tongdao.yard;

import java.time.Instant;

/**
 * One step of one train as it went.
 *
 * @param ready from when it could have begun
 * @param begin when it had everything it needed
 * @param end when it was done
 * @param unit which unit did it, e.g. track 2, counted from 1; of the resource that the step is named after
 */
public record StageRecord(YardStage stage, Instant ready, Instant begin, Instant end, int unit) {}

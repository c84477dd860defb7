package org.tongdao.journey;

import java.time.Instant;

/** The clock of a training ground stands here now, and what was due is done. Published in the ground, one step after the other. */
public record GroundMoved(Instant now) {}

package org.tongdao.tracking;

import java.time.Instant;

/** One step of a parcel's plan: which milestone is to happen where and when. */
public record PlannedStep(Milestone milestone, String node, Instant at) {}

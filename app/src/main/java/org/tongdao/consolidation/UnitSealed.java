package org.tongdao.consolidation;

import java.time.Instant;
import java.util.List;

/** Bags or containers were closed and sealed. */
public record UnitSealed(String kind, List<Long> ids, Instant at) {}

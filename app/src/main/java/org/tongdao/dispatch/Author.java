package org.tongdao.dispatch;

import java.time.Instant;

/** Who acts, why, and when by the work clock. */
public record Author(String name, String reason, Instant at) {}

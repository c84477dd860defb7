package org.tongdao.keys;

import java.time.Instant;

/** A key that a person put aside. It is not asked and signs nothing until it is put back. */
public record OutOfService(String key, Instant since, String actor, String reason) {}

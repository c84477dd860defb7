package org.tongdao.port;

import java.time.Instant;

/** Something in a document of the railway that somebody must look at; {@code parked} ones are tried again with every collection. */
public record RailFinding(
        String document, String place, String rule, String value, String maybe, Instant at, boolean parked) {}

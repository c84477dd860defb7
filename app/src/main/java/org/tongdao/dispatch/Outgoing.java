package org.tongdao.dispatch;

import java.time.Instant;
import java.util.List;
import org.tongdao.port.Blocker;

/** A train that leaves from here and has not. */
public record Outgoing(long trainId, String trainNo, String toNode, Instant plannedDeparture, List<Blocker> blockers) {}

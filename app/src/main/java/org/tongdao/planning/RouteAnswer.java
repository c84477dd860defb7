package org.tongdao.planning;

import java.util.List;
import org.tongdao.routing.Blocker;
import org.tongdao.terms.Finding;

/** Ways to choose from, or why there are none. */
public record RouteAnswer(List<RouteOption> options, List<Finding> findings, List<Blocker> blockers) {}

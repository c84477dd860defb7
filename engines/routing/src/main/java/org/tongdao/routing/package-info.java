/**
 * Door-to-door freight search: which departures bring a container from here to there, at what time and cost, and how surely.
 *
 * <p>Words used: station, line, call, link, network, timetable, journey, criteria. May use: terms. No clock and no chance of its own: times and seeds are arguments.
 */
@NullMarked
package org.tongdao.routing;

import org.jspecify.annotations.NullMarked;

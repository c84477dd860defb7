/**
 * Door-to-door freight search: which departures bring a container from here to there, at what time and cost, and how surely.
 *
 * <p>Words used: service, run, itinerary, transfer, outlook. May use: the JDK. No clock and no chance of its own: times and seeds are arguments.
 */
@NullMarked
package org.tongdao.routing;

import org.jspecify.annotations.NullMarked;

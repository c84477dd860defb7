/**
 * Border and assembly stations: what happens to a train between its arrival and its departure, on which track, crane and locomotive, and what it waited for.
 *
 * <p>Purpose: a deterministic discrete-event simulation of a station in which customs supervision and the gauge change run one after the other (serial) or side by
 * side (parallel), for years of traffic or for the passage of one train among the others. Words used: placing, transloading, waybilling, marshalling, departure
 * (五优先, the five priorities), dwell (arrival to departure), operation time (dwell without the time in which nothing is done). May use: terms. Publishes: nothing.
 */
@NullMarked
package org.tongdao.yard;

import org.jspecify.annotations.NullMarked;

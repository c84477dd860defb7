package org.tongdao.routing;

/**
 * How surely an itinerary holds: days from readiness to the door, from repeated draws.
 *
 * @param p50Days half of the draws arrive within this
 * @param p90Days nine of ten draws arrive within this
 * @param within share of draws at the door within the asked limit, 0 to 1
 */
public record Outlook(double p50Days, double p90Days, double within) {}

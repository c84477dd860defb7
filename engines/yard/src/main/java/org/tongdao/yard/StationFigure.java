package org.tongdao.yard;

/**
 * One figure of a station with where it comes from, as one line of the station table.
 *
 * @param mark {@code cited}, {@code derived}, {@code memory} or {@code assumed}: shown to users beside the figure
 * @param source the publication of a cited figure, else the reasoning
 * @param line of the table, from 1
 */
public record StationFigure(String station, String name, String value, String mark, String source, int line) {}

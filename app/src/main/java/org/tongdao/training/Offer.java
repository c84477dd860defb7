package org.tongdao.training;

/**
 * A lesson that somebody may take.
 *
 * @param minutes how long it takes, about
 * @param most points to reach
 */
public record Offer(String code, int minutes, int most) {}

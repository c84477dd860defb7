package org.tongdao.consolidation;

/**
 * Who changes a plan.
 *
 * @param seen the version that was on the screen
 */
public record LoadHand(String actor, int seen) {}

package org.tongdao.loading;

/**
 * A parcel on its way into a bag.
 *
 * @param grossG mass in grams
 * @param volumeMm3 outer volume
 */
public record Item(String id, long grossG, long volumeMm3) {}

package org.tongdao.loading;

/**
 * What a bag may hold.
 *
 * @param maxGrossG with the bag itself, e.g. 30,000 (China Post, Kazakhstan)
 * @param tareG of the empty bag
 * @param maxVolumeMm3 of the parcels in it
 */
public record BagRules(long maxGrossG, long tareG, long maxVolumeMm3) {}

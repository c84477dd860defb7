package org.tongdao.yard;

/**
 * How one kind of resource fared in the measured time.
 *
 * @param units how many there are
 * @param utilisation share of unit time that was held, 0…1
 * @param meanWaitMinutes in its queue, over all trains of the measured time
 * @param meanQueue trains that waited for it at a time, in the mean
 * @param longestQueue most trains that waited for it at one moment
 */
public record ResourceFigures(
        YardResource resource,
        int units,
        double utilisation,
        double meanWaitMinutes,
        double meanQueue,
        int longestQueue) {}

package org.tongdao.routing;

/**
 * Unscheduled carriage: a truck that goes when it is asked for, for pick-up, drayage or the last mile.
 *
 * <p>A link follows the start or a service, never another link; long road legs are {@link Line}s. Its minutes contain loading and unloading.
 *
 * @param hours when it leaves, on the clock of {@code from}; it leaves at the first opening
 * @param minutes at least 1
 * @param cost minor units a container
 * @param co2 kg a container
 */
public record Link(
        String from, String to, String mode, OpeningHours hours, int minutes, int cost, int co2, String source) {}

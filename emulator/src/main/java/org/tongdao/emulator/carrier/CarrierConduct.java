package org.tongdao.emulator.carrier;

import java.time.Duration;

/**
 * What goes wrong overseas, as shares 0…1. All figures are assumed, none is published.
 *
 * @param loss what unpacking finds
 * @param failsFactor on the share of first delivery attempts that fail, which last-mile.csv gives by country
 * @param failsAgain share of second attempts that fail too; the parcel is then returned
 * @param step documents appear on multiples of this
 */
public record CarrierConduct(Loss loss, double failsFactor, double failsAgain, Duration step) {

    /**
     * What unpacking finds.
     *
     * @param damaged share of parcels
     * @param missing share of parcels listed and not found
     * @param over share of bags that hold a parcel of somebody else
     */
    public record Loss(double damaged, double missing, double over) {}

    /** As in life: 0.2 % damaged, 0.1 % missing, one bag in 500 with a stranger, 4–8 % of first attempts fail. */
    public static CarrierConduct asInLife() {
        return new CarrierConduct(new Loss(0.002, 0.001, 0.002), 1, 0.2, Duration.ofHours(1));
    }

    /** Everything arrives and is delivered at the first attempt; test words still work. */
    public static CarrierConduct calm() {
        return new CarrierConduct(new Loss(0, 0, 0), 0, 0, Duration.ofHours(1));
    }
}

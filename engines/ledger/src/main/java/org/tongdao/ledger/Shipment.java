package org.tongdao.ledger;

import org.tongdao.terms.Grams;

/**
 * What is priced.
 *
 * @param lane as in the tariff
 * @param weight gross, as weighed
 * @param volumeMm3 outer volume, cubic millimetres; 0 when not measured
 */
public record Shipment(String lane, Grams weight, long volumeMm3) {

    public Shipment {
        if (volumeMm3 < 0) {
            throw new IllegalArgumentException("negative volume: " + volumeMm3 + " mm³");
        }
    }
}

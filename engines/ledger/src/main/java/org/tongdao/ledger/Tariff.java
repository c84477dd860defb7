package org.tongdao.ledger;

import java.time.LocalDate;
import org.tongdao.terms.Money;

/**
 * One dated line of a price list: what a parcel costs on a lane.
 *
 * <p>Price = the larger of {@code minimum} and {@code perParcel} + {@code perKg} × chargeable weight. Chargeable is the larger of actual and volumetric
 * weight, rounded up to {@code stepG}. All amounts in one currency.
 *
 * @param lane what it is for, e.g. hub {@code ALA}
 * @param version name of this line for ever, e.g. {@code 2026-1}; decisions store it (I-39)
 * @param validFrom first day
 * @param validTo first day on which it no longer counts
 * @param stepG chargeable weight is rounded up to a multiple of it, grams
 * @param volumeDivisor cubic centimetres that weigh as much as a kilogram (5,000 and 6,000 are common)
 * @param mark where the figures come from, e.g. {@code typical} or {@code contract}
 */
public record Tariff(
        String lane,
        String version,
        LocalDate validFrom,
        LocalDate validTo,
        Money perParcel,
        Money perKg,
        Money minimum,
        int stepG,
        int volumeDivisor,
        String mark) {

    public Tariff {
        if (!validFrom.isBefore(validTo) || stepG < 1 || volumeDivisor < 1) {
            throw new IllegalArgumentException("tariff " + lane + " " + version + " is valid " + validFrom + "…"
                    + validTo + ", step " + stepG + " g, divisor " + volumeDivisor + ". Maybe a bound is missing.");
        }
        if (perParcel.minor() < 0 || perKg.minor() < 0 || minimum.minor() < 0) {
            throw new IllegalArgumentException("tariff " + lane + " " + version + " has a negative price");
        }
        perParcel.plus(perKg).plus(minimum);
    }

    public boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && day.isBefore(validTo);
    }

    boolean overlaps(Tariff other) {
        return validFrom.isBefore(other.validTo) && other.validFrom.isBefore(validTo);
    }

    /** What a parcel costs under this line, with every step. */
    public Price price(Shipment shipment) {
        return Price.of(this, shipment);
    }
}

package org.tongdao.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.tongdao.terms.Grams;
import org.tongdao.terms.Money;

/**
 * A price and why it is this price. The same shipment under the same tariff version gives the same cents for ever (I-27).
 *
 * @param volumetric what the volume counts for
 * @param chargeable the weight that was priced
 * @param trace the steps, in order, each with its figures
 */
public record Price(Money total, Grams volumetric, Grams chargeable, String tariffVersion, List<Step> trace) {

    /**
     * One step of the calculation.
     *
     * @param rule stable id, key of the translated text
     * @param value the figure that came out, in {@code unit}
     */
    public record Step(String rule, BigDecimal value, String unit) {}

    private static final int MM3_PER_CM3 = 1000;

    public Price {
        trace = List.copyOf(trace);
    }

    static Price of(Tariff tariff, Shipment shipment) {
        List<Step> trace = new ArrayList<>();
        long actual = shipment.weight().value();
        long volumetric = volumetric(shipment.volumeMm3(), tariff.volumeDivisor());
        long heavier = Math.max(actual, volumetric);
        long chargeable = roundedUp(heavier, tariff.stepG());
        trace.add(grams("ACTUAL-WEIGHT", actual));
        trace.add(grams("VOLUMETRIC-WEIGHT", volumetric));
        trace.add(grams(volumetric > actual ? "VOLUME-COUNTS" : "WEIGHT-COUNTS", heavier));
        trace.add(grams("ROUNDED-UP", chargeable));
        return new Price(
                total(tariff, chargeable, trace),
                new Grams(volumetric),
                new Grams(chargeable),
                tariff.version(),
                trace);
    }

    private static Money total(Tariff tariff, long chargeable, List<Step> trace) {
        var exact =
                tariff.perKg().amount().multiply(BigDecimal.valueOf(chargeable)).movePointLeft(3);
        Money byWeight = Money.rounded(exact, tariff.perKg().currency());
        Money sum = byWeight.plus(tariff.perParcel());
        trace.add(money("BY-WEIGHT", byWeight));
        trace.add(money("PER-PARCEL", tariff.perParcel()));
        if (sum.compareTo(tariff.minimum()) < 0) {
            trace.add(money("MINIMUM", tariff.minimum()));
            return tariff.minimum();
        }
        trace.add(money("SUM", sum));
        return sum;
    }

    /** Grams that a volume counts for, rounded up: cm³ ÷ divisor = kg. */
    private static long volumetric(long mm3, int divisor) {
        var grams =
                BigDecimal.valueOf(mm3).divide(BigDecimal.valueOf((long) MM3_PER_CM3 * divisor), 9, RoundingMode.UP);
        return grams.movePointRight(3).setScale(0, RoundingMode.UP).longValueExact();
    }

    private static long roundedUp(long grams, int step) {
        return Math.multiplyExact(Math.floorDiv(Math.addExact(grams, step - 1), step), step);
    }

    private static Step grams(String rule, long grams) {
        return new Step(rule, BigDecimal.valueOf(grams), "g");
    }

    private static Step money(String rule, Money money) {
        return new Step(rule, money.amount(), money.currency().getCurrencyCode());
    }
}

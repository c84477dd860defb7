package org.tongdao.console.frame;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;

/** Writes numbers, weights and places for the reader's language. */
public final class Wording {

    private final Places places;
    private final Locale language;
    private final NumberFormat whole;

    Wording(Places places, Locale language) {
        this.places = places;
        this.language = language;
        this.whole = NumberFormat.getIntegerInstance(Locale.ENGLISH);
    }

    public String place(String node) {
        return places.name(node, language);
    }

    public String count(long n) {
        return whole.format(n);
    }

    /** Grams as kilograms with three decimals below 100 kg, one decimal above. */
    public String kg(long grams) {
        int decimals = grams < 100_000 ? 3 : 1;
        var format = NumberFormat.getNumberInstance(Locale.ENGLISH);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(BigDecimal.valueOf(grams, 3).setScale(decimals, RoundingMode.HALF_UP));
    }

    public String money(BigDecimal amount) {
        var format = NumberFormat.getNumberInstance(Locale.ENGLISH);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(amount);
    }

    public String percent(long part, long all) {
        return all == 0 ? "–" : Math.round(100.0 * part / all) + " %";
    }

    public String country(String code) {
        String name = new Locale.Builder().setRegion(code).build().getDisplayCountry(language);
        return code + " " + name;
    }
}

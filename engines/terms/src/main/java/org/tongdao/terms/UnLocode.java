package org.tongdao.terms;

import java.util.regex.Pattern;

/** A place by its UN/LOCODE: two letters of country and three letters or digits 2–9, e.g. {@code CNULZ}. Only the shape is checked here. */
public record UnLocode(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Z]{2}[A-Z2-9]{3}");

    public UnLocode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a UN/LOCODE: '" + value + "'");
        }
    }

    public String country() {
        return value.substring(0, 2);
    }

    @Override
    public String toString() {
        return value;
    }
}

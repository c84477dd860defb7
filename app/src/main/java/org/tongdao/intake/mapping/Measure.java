package org.tongdao.intake.mapping;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A unit that a column of weights or lengths is written in: how many grams or millimetres one of it is. */
public enum Measure {
    G(1),
    KG(1000),
    MM(1),
    CM(10),
    M(1000);

    private static final Map<String, Measure> WORDS = Map.ofEntries(
            Map.entry("kg", KG),
            Map.entry("公斤", KG),
            Map.entry("千克", KG),
            Map.entry("кг", KG),
            Map.entry("g", G),
            Map.entry("克", G),
            Map.entry("г", G),
            Map.entry("гр", G),
            Map.entry("cm", CM),
            Map.entry("厘米", CM),
            Map.entry("公分", CM),
            Map.entry("см", CM),
            Map.entry("mm", MM),
            Map.entry("毫米", MM),
            Map.entry("мм", MM),
            Map.entry("m", M),
            Map.entry("米", M),
            Map.entry("м", M));

    private final BigDecimal factor;

    Measure(int factor) {
        this.factor = BigDecimal.valueOf(factor);
    }

    /** In grams or millimetres. */
    public BigDecimal toSmallest(BigDecimal amount) {
        return amount.multiply(factor);
    }

    public boolean isMass() {
        return this == G || this == KG;
    }

    public static Optional<Measure> find(String word) {
        return Optional.ofNullable(WORDS.get(
                Normalizer.normalize(word, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT)));
    }
}

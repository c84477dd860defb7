package org.tongdao.customs;

import java.time.LocalDate;

/**
 * A rule of the country of arrival that an assessment rests on, as {@code data/far-side.csv} has it.
 *
 * @param rule its name, such as {@code duty-per-item-eur}
 * @param place group or country it holds in
 * @param from first day
 * @param source where it was read
 * @param mark certainty: [S] read in a source, [M] from memory, and what else is to be known
 */
public record FarBasis(String rule, String place, String value, LocalDate from, String source, String mark) {

    static FarBasis of(RegimeRule rule) {
        return new FarBasis(rule.rule(), rule.regime(), rule.value(), rule.from(), rule.source(), rule.mark());
    }
}

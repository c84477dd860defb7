package org.tongdao.customs;

import java.time.LocalDate;

/**
 * What one tariff line pays on import in a span of days.
 *
 * @param hs ten digits
 * @param from first day
 * @param until first day after, {@link LocalDate#MAX} when open
 * @param duty most-favoured-nation rate
 * @param vat ad valorem
 * @param consumption ad valorem, specific or compound
 * @param mark how sure it is
 */
public record ImportRate(
        String hs, LocalDate from, LocalDate until, TaxRate duty, TaxRate vat, TaxRate consumption, String mark) {

    boolean holds(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }
}

package org.tongdao.customs;

import java.math.BigDecimal;

/**
 * What decides how goods are declared.
 *
 * @param valueCny of the ticket
 * @param licence a licence is needed
 * @param inspection statutory inspection is needed
 * @param tax export duty is due
 * @param rebate a tax rebate is asked for
 * @param pilotZone the office lies in a pilot zone that accepts simplified lists
 */
public record RegimeCase(
        BigDecimal valueCny, boolean licence, boolean inspection, boolean tax, boolean rebate, boolean pilotZone) {

    /** Goods nothing special is known of. */
    public static RegimeCase plain(BigDecimal valueCny) {
        return new RegimeCase(valueCny, false, false, false, false, false);
    }
}

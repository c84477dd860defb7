package org.tongdao.customs;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * One parcel to be declared under 9610: one order, one waybill, one list.
 *
 * @param copNo our number of the list, at most 30 characters, new for each attempt
 * @param country of destination, ISO 3166-1 alpha-2
 * @param currency ISO 4217
 * @param at time of declaring
 */
public record RetailParcel(
        String copNo,
        String orderNo,
        String waybillNo,
        String country,
        String currency,
        long grossGrams,
        long netGrams,
        Instant at,
        List<RetailLine> lines) {

    public RetailParcel {
        lines = List.copyOf(lines);
    }

    public BigDecimal goodsValue() {
        return lines.stream().map(RetailLine::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

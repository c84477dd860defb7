package org.tongdao.settlement;

import java.time.Instant;
import org.tongdao.ledger.Price;
import org.tongdao.terms.Grams;
import org.tongdao.terms.Money;

/**
 * The standing freight charge of a parcel.
 *
 * @param departedAt the departure that made it due
 * @param mark where the tariff comes from, e.g. typical
 * @param why the price worked out anew from weight, volume and the stored tariff version: equal to {@code amount} for ever (I-27)
 */
public record Charge(
        String parcelNo,
        String entryId,
        Instant departedAt,
        String tariffVersion,
        String mark,
        Grams chargeable,
        Money amount,
        Price why) {}

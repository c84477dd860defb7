package org.tongdao.customs;

import java.math.BigDecimal;

/**
 * An order as the three-document match sees it (303 or 311).
 *
 * @param platformCode with {@code orderNo} the key of an order
 * @param buyerId number of the buyer's paper or a hash of it; only ever compared, never shown whole; empty in exports
 * @param phone of the consignee, as written
 * @param payCode with {@code payNo} the key of its payment; both empty when the order names none
 * @param paid {@code acturalPaid}; goods + freight + tax − discount
 * @param currency ISO 4217 or the three-digit customs code, the same way in all three documents
 */
public record MatchOrder(
        String orderNo,
        String platformCode,
        String buyerName,
        String buyerId,
        String consignee,
        String phone,
        String address,
        String payCode,
        String payNo,
        BigDecimal goodsValue,
        BigDecimal freight,
        BigDecimal tax,
        BigDecimal discount,
        BigDecimal paid,
        String currency) {

    /** What the parts of the price come to. */
    public BigDecimal sum() {
        return goodsValue.add(freight).add(tax).subtract(discount);
    }

    boolean namesPayment() {
        return !payNo.isEmpty();
    }
}

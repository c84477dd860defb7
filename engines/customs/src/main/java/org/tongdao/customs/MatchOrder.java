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

    /** An import order (311) as a document of the match. */
    public static MatchOrder of(CebDocument order) {
        return new MatchOrder(
                order.get("orderNo"),
                order.get("ebpCode"),
                order.get("buyerName"),
                order.get("buyerIdNumber"),
                order.get("consignee"),
                order.get("consigneeTelephone"),
                order.get("consigneeAddress"),
                order.find("payCode").orElse(""),
                order.find("payTransactionId").orElse(""),
                new BigDecimal(order.get("goodsValue")),
                new BigDecimal(order.get("freight")),
                new BigDecimal(order.get("taxTotal")),
                new BigDecimal(order.get("discount")),
                new BigDecimal(order.get("acturalPaid")),
                order.get("currency"));
    }

    /** What the parts of the price come to. */
    public BigDecimal sum() {
        return goodsValue.add(freight).add(tax).subtract(discount);
    }

    boolean namesPayment() {
        return !payNo.isEmpty();
    }
}

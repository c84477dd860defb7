package org.tongdao.customs;

import java.math.BigDecimal;

/** A payment as the three-document match sees it (403 or 411); {@code payCode} and {@code payNo} are its key. */
public record MatchPayment(
        String payCode,
        String payNo,
        String orderNo,
        String platformCode,
        String payerName,
        String payerId,
        BigDecimal amount,
        String currency) {

    /** An import payment (411) as a document of the match. */
    public static MatchPayment of(CebDocument payment) {
        return new MatchPayment(
                payment.get("payCode"),
                payment.get("payTransactionId"),
                payment.get("orderNo"),
                payment.get("ebpCode"),
                payment.get("payerName"),
                payment.get("payerIdNumber"),
                new BigDecimal(payment.get("amountPaid")),
                payment.get("currency"));
    }
}

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
        String currency) {}

package org.tongdao.intake.rules;

import java.time.Instant;

/**
 * What every row of one order must say alike.
 *
 * @param iossNo IM and ten digits, or empty
 */
public record OrderHead(
        String platform,
        String merchant,
        String orderNo,
        String paymentNo,
        Instant orderedAt,
        String currency,
        Consignee consignee,
        String parcelNo,
        String iossNo) {

    /**
     * Who gets it.
     *
     * @param phone E.164
     * @param country ISO 3166-1 alpha-2
     */
    public record Consignee(String name, String phone, String address, String city, String postcode, String country) {}
}

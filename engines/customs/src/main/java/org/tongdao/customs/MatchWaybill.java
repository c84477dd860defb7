package org.tongdao.customs;

/**
 * A waybill as the three-document match sees it (505 or 511); {@code carrierCode} and {@code waybillNo} are its key.
 *
 * @param orderNo the order it carries; 511 may hold it, for 505 it comes from the list
 */
public record MatchWaybill(
        String carrierCode,
        String waybillNo,
        String orderNo,
        String platformCode,
        String consignee,
        String phone,
        String address) {}

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
        String address) {

    /**
     * An import waybill (511) as a document of the match.
     *
     * @param platformCode of the order; the waybill does not say it
     */
    public static MatchWaybill of(CebDocument waybill, String platformCode) {
        return new MatchWaybill(
                waybill.get("logisticsCode"),
                waybill.get("logisticsNo"),
                waybill.get("orderNo"),
                platformCode,
                waybill.get("consignee"),
                waybill.get("consigneeTelephone"),
                waybill.get("consigneeAddress"));
    }
}

package org.tongdao.customs;

/**
 * Who stands behind the declarations of one consolidator under 9610. Codes are ten-digit customs codes or 18-character USCCs.
 *
 * @param platformCode e-commerce platform; a foreign platform without one is {@code 无}
 * @param companyCode e-commerce company, the consignor
 * @param companyPhone of the consignor, may be empty
 * @param agentCode who declares
 * @param carrierCode who carries the parcels
 * @param customsCode office where declared, four digits
 * @param portCode office of the border crossing, four digits
 * @param siteCode supervised site ({@code loctNo}), or empty
 */
public record RetailParties(
        String platformCode,
        String platformName,
        String companyCode,
        String companyName,
        String companyPhone,
        String agentCode,
        String agentName,
        String carrierCode,
        String carrierName,
        String customsCode,
        String portCode,
        String siteCode,
        String dxpId) {

    /** Who hands messages over: the declaring company. */
    public Transfer transfer() {
        return Transfer.of(agentCode, agentName, dxpId);
    }
}

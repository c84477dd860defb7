package org.tongdao.customs;

import java.math.BigDecimal;
import org.tongdao.terms.HsCode;

/**
 * One kind of goods in a parcel.
 *
 * @param unit declared unit, three-digit customs code
 * @param unitPrice in the parcel's currency
 * @param netGrams of the whole line
 * @param recordNo number in the account book of 1210, else empty
 */
public record RetailLine(
        String sku,
        String nameZh,
        String nameEn,
        HsCode hs,
        long quantity,
        String unit,
        BigDecimal unitPrice,
        long netGrams,
        String recordNo) {

    /** A line outside the account books of 1210. */
    public RetailLine(
            String sku,
            String nameZh,
            String nameEn,
            HsCode hs,
            long quantity,
            String unit,
            BigDecimal unitPrice,
            long netGrams) {
        this(sku, nameZh, nameEn, hs, quantity, unit, unitPrice, netGrams, "");
    }

    public BigDecimal total() {
        return unitPrice.multiply(BigDecimal.valueOf(quantity));
    }
}

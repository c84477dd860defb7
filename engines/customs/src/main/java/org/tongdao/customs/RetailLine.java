package org.tongdao.customs;

import java.math.BigDecimal;
import org.tongdao.terms.HsCode;

/**
 * One kind of goods in a parcel.
 *
 * @param unit declared unit, three-digit customs code
 * @param unitPrice in the parcel's currency
 * @param netGrams of the whole line
 */
public record RetailLine(
        String sku,
        String nameZh,
        String nameEn,
        HsCode hs,
        long quantity,
        String unit,
        BigDecimal unitPrice,
        long netGrams) {

    public BigDecimal total() {
        return unitPrice.multiply(BigDecimal.valueOf(quantity));
    }
}

package org.tongdao.customs;

import java.math.BigDecimal;
import java.util.List;
import org.tongdao.terms.HsCode;

/**
 * A parcel as the country of arrival looks at it.
 *
 * @param country ISO 3166-1 alpha-2
 * @param iossNumber of the seller or its intermediary, empty without IOSS
 * @param declarantEori of who declares in the EU, or empty
 * @param operator registered e-commerce operator in the EAEU, or empty
 * @param sale the order it was bought by
 * @param transportEur carriage, in euro
 */
public record FarParcel(
        String waybillNo,
        String country,
        String sender,
        String buyer,
        String buyerAddress,
        String iossNumber,
        String declarantEori,
        String operator,
        Sale sale,
        long grossGrams,
        BigDecimal transportEur,
        List<Item> items) {

    /**
     * One kind of goods.
     *
     * @param description in English
     * @param valueEur intrinsic value of the line in euro
     * @param origin ISO country of origin
     * @param merchantId merchant's product identifier, or empty
     * @param manufacturerId manufacturer's product identifier, or empty
     */
    public record Item(
            HsCode hs,
            String description,
            BigDecimal valueEur,
            String origin,
            String merchantId,
            String manufacturerId) {}

    /** Shop and number of the order, which the operator declares in the EAEU; empty where nobody told. */
    public record Sale(String shop, String orderNo) {}

    public FarParcel {
        items = List.copyOf(items);
    }

    /** Intrinsic value: goods without carriage. */
    public BigDecimal valueEur() {
        return items.stream().map(Item::valueEur).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

package org.tongdao.customs;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.tongdao.terms.HsCode;

/**
 * One parcel of retail import (9610 or 1210): one order, one payment, one waybill, one list; amounts in yuan.
 *
 * @param copNo our number of the list, at most 20 characters, new for each attempt
 * @param at time of declaring
 */
public record ImportParcel(
        String copNo,
        String orderNo,
        String waybillNo,
        Buyer buyer,
        Payment payment,
        Carriage carriage,
        Instant at,
        List<Line> lines) {

    /**
     * Who ordered, and who gets the parcel; order and waybill must name the same consignee.
     *
     * @param account on the platform
     * @param idNumber of the identity card, 18 characters
     */
    public record Buyer(
            String account,
            String name,
            String idNumber,
            String phone,
            String consignee,
            String consigneePhone,
            String address) {}

    /**
     * What was paid beyond the goods.
     *
     * @param transactionId of the payment company
     * @param tax collected in advance
     * @param discount paid by points or vouchers
     */
    public record Payment(String transactionId, Instant at, BigDecimal freight, BigDecimal tax, BigDecimal discount) {}

    /**
     * How it comes in.
     *
     * @param mode customs code of the mode of transport, such as 3 for rail
     * @param vehicle number of the means of transport; 9610 only
     * @param voyage number of train or flight; 9610 only
     * @param billNo master bill; 9610 only
     * @param from country of departure, ISO 3166-1 alpha-2
     * @param grossGrams of the parcel
     */
    public record Carriage(String mode, String vehicle, String voyage, String billNo, String from, long grossGrams) {}

    /**
     * One kind of goods.
     *
     * @param recordNo number in the account book of 1210, else empty
     * @param model brand, model and composition as classification needs
     * @param origin ISO 3166-1 alpha-2
     * @param netGrams of the whole line
     */
    public record Line(
            String sku,
            String recordNo,
            String name,
            String model,
            HsCode hs,
            String origin,
            long quantity,
            String unit,
            BigDecimal unitPrice,
            long netGrams) {

        public BigDecimal total() {
            return unitPrice.multiply(BigDecimal.valueOf(quantity));
        }
    }

    public ImportParcel {
        lines = List.copyOf(lines);
    }

    public BigDecimal goodsValue() {
        return lines.stream().map(Line::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Goods, freight and tax less discount; what order and payment both say. */
    public BigDecimal paid() {
        return goodsValue().add(payment.freight()).add(payment.tax()).subtract(payment.discount());
    }

    public long netGrams() {
        return lines.stream().mapToLong(Line::netGrams).sum();
    }
}

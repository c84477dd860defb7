package org.tongdao.customs;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.tongdao.terms.HsCode;

/**
 * One order of a private person in retail import, in yuan.
 *
 * @param freightFen freight, part of the dutiable value (mark [M])
 * @param insuranceFen insurance, the same
 */
public record ImportPurchase(String orderNo, List<Line> lines, long freightFen, long insuranceFen, Instant at) {

    /**
     * One kind of goods.
     *
     * @param unit three-digit customs code of {@code quantity}
     * @param netGrams of the whole line
     * @param valueFen of the whole line, without freight
     */
    public record Line(HsCode hs, BigDecimal quantity, String unit, long netGrams, long valueFen) {

        /** The quantity in another unit: kilograms and grams come from the weight; empty when the units cannot be turned into one another. */
        java.util.Optional<BigDecimal> quantityIn(String other) {
            return switch (other) {
                case "035" -> java.util.Optional.of(BigDecimal.valueOf(netGrams, 3));
                case "036" -> java.util.Optional.of(BigDecimal.valueOf(netGrams));
                default -> other.equals(unit) ? java.util.Optional.of(quantity) : java.util.Optional.empty();
            };
        }
    }

    public ImportPurchase {
        lines = List.copyOf(lines);
    }

    /** The dutiable value: goods, freight and insurance. */
    public long valueFen() {
        return lines.stream().mapToLong(Line::valueFen).sum() + freightFen + insuranceFen;
    }

    /** One single indivisible item. */
    boolean isSingleItem() {
        return lines.size() == 1 && lines.get(0).quantity().compareTo(BigDecimal.ONE) == 0;
    }
}

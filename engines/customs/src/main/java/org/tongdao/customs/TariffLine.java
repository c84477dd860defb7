package org.tongdao.customs;

import java.util.List;
import org.tongdao.terms.HsCode;

/**
 * One ten-digit line of a tariff: the names people know the goods by and the units customs counts them in.
 *
 * @param code ten digits
 * @param unit1 first statutory unit (法定计量单位), three-digit customs code such as 035 for kilogram
 * @param unit2 second statutory unit, or empty when the line has none
 * @param words further names in any language, for searching
 * @param mark how sure this line is: {@code memory}, {@code [S]} …; shown to users, never dropped
 */
public record TariffLine(
        HsCode code,
        String nameZh,
        String nameEn,
        String nameRu,
        String unit1,
        String unit2,
        List<String> words,
        String mark) {

    public TariffLine {
        words = List.copyOf(words);
    }

    public boolean hasSecondUnit() {
        return !unit2.isEmpty();
    }
}

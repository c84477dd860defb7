package org.tongdao.intake.label;

import java.math.BigDecimal;
import java.util.List;

/**
 * What stands on one label, personal data still whole.
 *
 * @param sender whose goods
 * @param goods at most a few; the rest is summed up
 */
public record LabelData(
        String parcelNo,
        String regime,
        String hub,
        String sender,
        String name,
        String phone,
        String address,
        String city,
        String postcode,
        String country,
        long grossG,
        BigDecimal value,
        String currency,
        List<Goods> goods) {

    /** One line of the customs block. */
    public record Goods(String nameZh, String nameEn, String hs, int quantity, long netG, String origin) {}
}

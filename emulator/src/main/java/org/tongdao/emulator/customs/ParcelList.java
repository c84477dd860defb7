package org.tongdao.emulator.customs;

import java.util.List;

/**
 * What the office weighs when it decides about one inventory list.
 *
 * @param copNo the declarant's number of the list: the key of all chance
 * @param goods HS codes of its rows
 * @param valueCny value of the goods, foreign currencies at typical rates
 * @param grossKg weight of the parcel
 * @param reserved asks for clearance outside office hours
 */
record ParcelList(String copNo, String orderNo, List<String> goods, double valueCny, double grossKg, boolean reserved) {

    /** The HS code that stands for the whole list in texts. */
    String firstGoods() {
        return goods.isEmpty() ? "" : goods.get(0);
    }
}

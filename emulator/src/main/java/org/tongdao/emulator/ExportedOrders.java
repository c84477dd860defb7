package org.tongdao.emulator;

import java.util.Map;

/**
 * What an export holds.
 *
 * @param rows all rows without the header
 * @param orders different order numbers
 * @param repeated rows that stand in the file a second time
 * @param faults how many rows were spoiled, by kind of fault
 */
public record ExportedOrders(int rows, int orders, int repeated, Map<String, Integer> faults) {

    public int faulty() {
        return faults.values().stream().mapToInt(Integer::intValue).sum();
    }
}

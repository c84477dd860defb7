package org.tongdao.emulator.customs;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One document on its way back: mostly a receipt, sometimes a tax bill or the result of a summary.
 *
 * @param kind such as {@code CEB604}
 * @param fields of its head
 * @param rows of its list; most have none
 * @param due when it appears
 */
record Receipt(String kind, Map<String, String> fields, List<Map<String, String>> rows, Instant due) {

    Receipt(String kind, Map<String, String> fields, Instant due) {
        this(kind, fields, List.of(), due);
    }
}

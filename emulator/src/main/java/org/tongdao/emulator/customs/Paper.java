package org.tongdao.emulator.customs;

import java.util.List;
import java.util.Map;

/**
 * One document of a message as the office reads it: element names to texts.
 *
 * @param head fields of its head; for a waybill all its fields
 * @param rows fields of each row, in order
 */
record Paper(PaperForm form, Map<String, String> head, List<Map<String, String>> rows) {

    String head(String field) {
        return head.getOrDefault(field, "");
    }

    /** What tells it apart: order number, waybill number or the declarant's own number. */
    String key() {
        return head(form.key());
    }

    String guid() {
        return head("guid");
    }

    /** An amount of the head, zero when it is missing or no number; checks say so elsewhere. */
    double amount(String field) {
        return amount(head, field);
    }

    static double amount(Map<String, String> fields, String field) {
        try {
            return Double.parseDouble(fields.getOrDefault(field, "0"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}

package org.tongdao.emulator.customs;

import java.time.Instant;
import java.util.Map;

/**
 * One receipt on its way back.
 *
 * @param form of the paper it answers
 * @param fields all fields of the receipt in the order of the official schema
 * @param due when it appears
 */
record Receipt(PaperForm form, Map<String, String> fields, Instant due) {}

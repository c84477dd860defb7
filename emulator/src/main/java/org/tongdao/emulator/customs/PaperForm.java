package org.tongdao.emulator.customs;

import java.util.List;
import java.util.Optional;

/**
 * The export papers that this office takes, with the receipt each gets.
 *
 * <p>Receipts are matched by business key, so each form names the fields that the receipt repeats, in the order of the official schema.
 */
enum PaperForm {
    ORDER("CEB303Message", "CEB304Message", List.of("ebpCode", "ebcCode", "orderNo"), "orderNo"),
    WAYBILL("CEB505Message", "CEB506Message", List.of("logisticsCode", "logisticsNo"), "logisticsNo"),
    LIST(
            "CEB603Message",
            "CEB604Message",
            List.of("agentCode", "copNo", "preNo", "invtNo", "ebcCode", "ebpCode", "orderNo", "statisticsFlag"),
            "copNo"),
    BINDING(
            "CEB607Message",
            "CEB608Message",
            List.of("agentCode", "logisticsCode", "copNo", "preNo", "billNo", "msgSeqNo"),
            "copNo");

    private final String message;
    private final String receipt;
    private final List<String> repeated;
    private final String key;

    PaperForm(String message, String receipt, List<String> repeated, String key) {
        this.message = message;
        this.receipt = receipt;
        this.repeated = repeated;
        this.key = key;
    }

    static Optional<PaperForm> of(String message) {
        for (var form : values()) {
            if (form.message.equals(message)) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }

    /** The message type of its receipt, e.g. {@code CEB604Message}. */
    String receipt() {
        return receipt;
    }

    /** The kind in the file name of its receipt, e.g. {@code CEB604}. */
    String receiptKind() {
        return receipt.substring(0, 6);
    }

    List<String> repeated() {
        return repeated;
    }

    /** The head field that tells papers of this form apart. */
    String key() {
        return key;
    }
}

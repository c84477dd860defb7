package org.tongdao.emulator.customs;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tongdao.customs.CebCatalogue;
import org.tongdao.customs.CebField;

/**
 * The papers that this office takes, with the receipt each gets and what becomes of it.
 *
 * <p>Receipts are matched by business key, so each repeats the fields that the official table of its receipt holds.
 */
enum PaperForm {
    ORDER("CEB303", "CEB304", "orderNo", Way.STORED),
    WAYBILL("CEB505", "CEB506", "logisticsNo", Way.STORED),
    LIST("CEB603", "CEB604", "copNo", Way.DECIDED),
    BINDING("CEB607", "CEB608", "copNo", Way.STORED),
    MONEY("CEB403", "CEB404", "payNo", Way.STORED),
    ARRIVAL("CEB507", "CEB508", "copNo", Way.EXAMINED),
    DEPARTURE("CEB509", "CEB510", "copNo", Way.EXAMINED),
    CANCEL("CEB605", "CEB606", "copNo", Way.EXAMINED),
    SUMMARY("CEB701", "CEB702", "copNo", Way.EXAMINED),
    RETURN("CEB213", "CEB214", "coElNo", Way.DECIDED),
    TALLY("CEB215", "CEB216", "coElNo", Way.EXAMINED),
    IMPORT_ORDER("CEB311", "CEB312", "orderNo", Way.STORED),
    PAYMENT("CEB411", "CEB412", "payTransactionId", Way.STORED),
    IMPORT_WAYBILL("CEB511", "CEB512", "logisticsNo", Way.STORED),
    SIGNED("CEB513", "CEB514", "logisticsNo", Way.STORED),
    IMPORT_LIST("CEB621", "CEB622", "copNo", Way.DECIDED),
    IMPORT_CANCEL("CEB623", "CEB624", "copNo", Way.STORED_AND_EXAMINED),
    IMPORT_RETURN("CEB625", "CEB626", "copNo", Way.STORED_AND_EXAMINED),
    INBOUND("CEB711", "CEB712", "copNo", Way.STORED_AND_EXAMINED);

    /** What becomes of a paper that is right. */
    enum Way {
        /** 120 is its end. */
        STORED,
        /** 399 is its end; an officer looks at it. */
        EXAMINED,
        /** 120, then 399. */
        STORED_AND_EXAMINED,
        /** 120, then an officer decides: 800, 100, or 300 or 500 before. */
        DECIDED
    }

    private final String message;
    private final String receipt;
    private final String key;
    private final Way way;

    @SuppressWarnings("ImmutableEnumChecker") // asked for every receipt; the list cannot be changed
    private final List<String> repeated;

    PaperForm(String message, String receipt, String key, Way way) {
        this.message = message;
        this.receipt = receipt;
        this.key = key;
        this.way = way;
        this.repeated = CebCatalogue.official().get(receipt).head().fields().stream()
                .map(CebField::name)
                .filter(field -> !ofTheReceipt(field))
                .toList();
    }

    private static boolean ofTheReceipt(String field) {
        return Set.of("guid", "returnStatus", "returnTime", "returnInfo").contains(field);
    }

    static Optional<PaperForm> of(String rootElement) {
        for (var form : values()) {
            if (rootElement.equals(form.message + "Message")) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }

    /** The kind of its receipt, e.g. {@code CEB604}. */
    String receipt() {
        return receipt;
    }

    /** The fields that its receipt repeats, in the order of the official table. */
    List<String> repeated() {
        return repeated;
    }

    /** The head field that tells papers of this form apart. */
    String key() {
        return key;
    }

    Way way() {
        return way;
    }

    boolean isList() {
        return this == LIST || this == IMPORT_LIST;
    }
}

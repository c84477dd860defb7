package org.tongdao.customs;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thing customs or the e-port said about one document, in the order of customs' own precedence.
 *
 * <p>The order is total over what a receipt says, so the greatest of a set does not depend on how the set was collected.
 *
 * @param type of the receipt, e.g. {@code CEB604}
 * @param key which document it answers, see {@link ReceiptKey}
 * @param status {@code returnStatus}
 * @param time {@code returnTime}, yyyyMMddHHmmssfff in China
 * @param info the text that came with it
 * @param preNo number given by the e-port, or empty
 * @param invtNo number given by customs, or empty
 */
public record Receipt(String type, String key, String status, String time, String info, String preNo, String invtNo)
        implements Comparable<Receipt> {

    private static final Pattern CODE = Pattern.compile("\\[Code:([^;\\]]+);");
    private static final Comparator<Receipt> PRECEDENCE = Comparator.<Receipt>comparingInt(
                    r -> ReceiptRank.of(r.status()).rank())
            .thenComparing(Receipt::time)
            .thenComparing(Receipt::status)
            .thenComparing(Receipt::info)
            .thenComparing(Receipt::invtNo)
            .thenComparing(Receipt::preNo)
            .thenComparing(Receipt::type)
            .thenComparing(Receipt::key);

    /** Reads a receipt document (304, 506, 604 …). */
    public static Receipt of(CebDocument document) {
        return new Receipt(
                document.type().code(),
                ReceiptKey.of(document),
                document.get("returnStatus"),
                document.get("returnTime"),
                document.get("returnInfo"),
                document.find("preNo").orElse(""),
                document.find("invtNo").orElse(""));
    }

    /** How far it stands in customs' precedence; greater counts more. */
    public int rank() {
        return ReceiptRank.of(status).rank();
    }

    public Outcome outcome() {
        return ReceiptRank.of(status).outcome();
    }

    /** When it was said; empty when the time is not one. */
    public Optional<Instant> at() {
        return ChinaTime.read(time);
    }

    /**
     * The official code behind it: the code in the text, which says more than a status does; of two negative ones the status, which speaks of the whole
     * document; without any, the status itself.
     */
    public String code() {
        Matcher code = CODE.matcher(info);
        boolean said = code.find();
        return said && !(status.startsWith("-") && code.group(1).startsWith("-")) ? code.group(1) : status;
    }

    @Override
    public int compareTo(Receipt other) {
        return PRECEDENCE.compare(this, other);
    }
}

package org.tongdao.customs;

import java.util.Optional;

/**
 * One of the 42 message types: how a document of it is built and how many fit a message.
 *
 * <p>A document is one {@link #bodyElement}; it holds either its fields directly, or a head and rows.
 */
public final class CebType {

    /** Which way the goods go; decides where the signature stands. */
    public enum Direction {
        EXPORT,
        IMPORT,
        BOTH
    }

    /** What one document looks like: {@code rows} is absent for flat documents. */
    record Shape(
            String bodyElement, CebBlock head, Optional<CebBlock> rows, int maxDocuments, int minRows, int maxRows) {}

    private final String code;
    private final Direction direction;
    private final String nameZh;
    private final String nameEn;
    private final String reply;
    private final boolean signed;
    private final Shape shape;

    CebType(CsvTable.Row row, Shape shape) {
        this.code = row.get("message").substring(0, 6);
        this.direction = row.get("direction").equals("E")
                ? Direction.EXPORT
                : row.get("direction").equals("I") ? Direction.IMPORT : Direction.BOTH;
        this.nameZh = row.get("zh");
        this.nameEn = row.get("en");
        this.reply = row.get("reply_or_replies_to");
        this.signed = !row.get("signature_xsd").equals("none");
        this.shape = shape;
    }

    /** {@code CEB603} and the like. */
    public String code() {
        return code;
    }

    public String rootElement() {
        return code + "Message";
    }

    public Direction direction() {
        return direction;
    }

    public String nameZh() {
        return nameZh;
    }

    public String nameEn() {
        return nameEn;
    }

    /** For what we send: the type of the answer. For receipts: the type they answer. Empty when there is neither. */
    public String counterpart() {
        return reply;
    }

    /** Sent by companies: carries a transfer block and a signature. The others come from the e-port or from customs. */
    public boolean isSent() {
        return signed;
    }

    public String bodyElement() {
        return shape.bodyElement();
    }

    public CebBlock head() {
        return shape.head();
    }

    public Optional<CebBlock> rows() {
        return shape.rows();
    }

    /** Most documents in one message. */
    public int maxDocuments() {
        return shape.maxDocuments();
    }

    public int minRows() {
        return shape.minRows();
    }

    /** Most rows in one document. */
    public int maxRows() {
        return shape.maxRows();
    }

    /** The fields stand directly in the body element, without a head element of their own. */
    boolean isFlat() {
        return head().name().equals(bodyElement());
    }

    @Override
    public String toString() {
        return code;
    }
}

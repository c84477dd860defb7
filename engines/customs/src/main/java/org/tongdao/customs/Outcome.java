package org.tongdao.customs;

/** What the receipts of one document amount to. */
public enum Outcome {
    /** Nothing or only the e-port has spoken. */
    SENT,
    /** The e-port could not pass it on; it tries again. */
    UNSENT,
    /** Customs has it; for orders and waybills this is the good end. */
    STORED,
    /** An officer looks at it. */
    REVIEW,
    /** Examined and accepted. */
    ACCEPTED,
    /** The goods are to be shown. */
    INSPECTION,
    /** The goods are held. */
    DETAINED,
    /** Refused; may be declared again under a new number. */
    REFUSED,
    /** Sent back. */
    RETURNED,
    /** Released: the goods may leave. */
    RELEASED,
    /** Released and closed. */
    CLOSED;

    /** The goods may leave. */
    public boolean isReleased() {
        return this == RELEASED || this == CLOSED;
    }

    /** The broker has to do something. */
    public boolean needsBroker() {
        return switch (this) {
            case REVIEW, INSPECTION, DETAINED, REFUSED, RETURNED -> true;
            default -> false;
        };
    }
}

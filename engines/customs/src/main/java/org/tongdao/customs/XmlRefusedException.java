package org.tongdao.customs;

/** Text that is not well-formed XML, or XML of a kind that is refused unread (document type, entities, too deep, too large). */
public final class XmlRefusedException extends Exception {

    private static final long serialVersionUID = 1L;
    private final long line;

    XmlRefusedException(String reason, long line) {
        super(reason);
        this.line = line;
    }

    /** The line of the text where reading stopped, from 1; 0 when unknown. */
    public long line() {
        return line;
    }
}

package org.tongdao.intake.rules;

import java.util.List;
import org.tongdao.terms.Finding;

/** What the rules say of a row: an order line, or only what is wrong. */
public sealed interface CheckedRow {

    long line();

    List<Finding> findings();

    /** A row that may go on; its findings are warnings. */
    record Sound(long line, OrderHead head, OrderLine orderLine, String hub, List<Finding> findings)
            implements CheckedRow {}

    /**
     * A row that stops here.
     *
     * @param platform as far as it could be read, like the other two: they tell whose other rows must wait
     */
    record Faulty(long line, String platform, String merchant, String orderNo, List<Finding> findings)
            implements CheckedRow {}
}

package org.tongdao.intake;

import java.util.List;
import org.tongdao.intake.store.NewOrder;
import org.tongdao.terms.Finding;

/** An order that went through the rules of a row, line by line; only {@link SingleOrders} makes one and looks inside. */
public final class CheckedOrder {

    final NewOrder order;
    private final List<Finding> findings;

    CheckedOrder(NewOrder order, List<Finding> findings) {
        this.order = order;
        this.findings = List.copyOf(findings);
    }

    /** Places are {@code order:LINE [name]}, the line from 1, the names those of the form. */
    public List<Finding> findings() {
        return findings;
    }

    public boolean isSound() {
        return findings.stream().noneMatch(Finding::stops);
    }
}

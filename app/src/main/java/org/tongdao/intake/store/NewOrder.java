package org.tongdao.intake.store;

import java.util.List;
import org.tongdao.intake.rules.CheckedRow;
import org.tongdao.terms.Finding;

/**
 * An order whose rows are sound, ready to be stored; without rows when it is not.
 *
 * @param content hash of all rows, as the column content_sha256 has it
 * @param warnings to be kept with it
 */
public record NewOrder(List<CheckedRow.Sound> rows, String content, List<Finding> warnings) {

    static final NewOrder NONE = new NewOrder(List.of(), "", List.of());

    /** Nothing to store. */
    public static NewOrder none() {
        return NONE;
    }

    /** Gives the order its hash; empty when two rows say the same. */
    public static NewOrder of(List<CheckedRow.Sound> rows, List<Finding> warnings) {
        return new NewOrder(rows, OrderHash.of(rows), warnings);
    }

    public boolean hasDoubledRow() {
        return content.isEmpty();
    }

    public String orderNo() {
        return rows.get(0).head().orderNo();
    }

    public String givenNo() {
        return rows.get(0).head().parcelNo();
    }

    public long grossG() {
        return rows.stream().mapToLong(row -> row.orderLine().grossG()).sum();
    }

    /** Platform, merchant and number: what an order is recognised by. */
    public String key() {
        var head = rows.get(0).head();
        return head.platform() + "\n" + head.merchant() + "\n" + head.orderNo();
    }
}

package org.tongdao.intake.rules;

import org.tongdao.intake.mapping.Column;
import org.tongdao.intake.mapping.RowCells;

/**
 * Whose rows these are.
 *
 * @param name where the row does not say
 * @param only whether the sender works for this merchant alone: a row of another is a fault
 */
public record MerchantRule(String name, boolean only) {

    String of(RowCells row, RowFindings findings) {
        var told = row.get(Column.MERCHANT);
        if (told.isEmpty()) {
            return name;
        }
        if (only && !told.equals(name)) {
            findings.error(
                    "MERCHANT-FOREIGN",
                    Column.MERCHANT,
                    told,
                    "you send orders of " + name + " only; correct the cell or empty it");
            return name;
        }
        return told;
    }
}

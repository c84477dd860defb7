/**
 * Money: what each parcel owes for its freight, in double entry, once, and why.
 *
 * <p>Purpose: charge every departed parcel exactly once by the tariff of its day, keep books that always close at zero, answer for every price. Words
 * used: tariff, chargeable weight, entry, debit, credit, trial balance, reversal, statement. May use: platform, terms, ledger, intake
 * (its reader of files). Publishes: nothing.
 */
@ApplicationModule(
        displayName = "Settlement",
        allowedDependencies = {"platform", "terms", "ledger", "intake"})
@NullMarked
package org.tongdao.settlement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

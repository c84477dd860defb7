/**
 * The way in: order files of merchants become orders, parcels and labels; what is wrong becomes findings that say how to mend it.
 *
 * <p>Purpose: read CSV and XLSX by header synonyms or a merchant's mapping, check every row, store in sets, recognise what came before. Words used:
 * batch (one file), row, finding, duplicate, conflict, mapping. May use: platform, terms, customs, paper, editions. Publishes: {@link
 * org.tongdao.intake.OrdersAccepted}.
 */
@ApplicationModule(
        displayName = "Intake",
        allowedDependencies = {"platform", "terms", "customs", "paper", "editions"})
@NullMarked
package org.tongdao.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Double entry for money and for stock, one algebra: nothing is made and nothing is lost, it only moves from account to account.
 *
 * <p>Purpose: every balance is the sum of immutable entries, each of which sums to zero per unit, and every price can be asked why. Words used:
 * account, entry, debit, credit, trial balance, reversal (bookkeeping); tariff, chargeable weight, volumetric weight (freight). May use: terms.
 * Publishes: {@link org.tongdao.ledger.Entry}, {@link org.tongdao.ledger.Ledger} over the {@link org.tongdao.ledger.Journal} it asks for,
 * {@link org.tongdao.ledger.TrialBalance}, {@link org.tongdao.ledger.TariffBook}.
 */
@NullMarked
package org.tongdao.ledger;

import org.jspecify.annotations.NullMarked;

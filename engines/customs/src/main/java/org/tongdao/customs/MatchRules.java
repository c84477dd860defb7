package org.tongdao.customs;

import java.math.BigDecimal;

/**
 * What the three-document match asks for.
 *
 * @param paymentNeeded imports always; exports until 2024-12-14 (announcement 2024-167)
 * @param buyerPays whether payer and buyer must be the same person (imports; mark [M])
 * @param tolerance greatest difference of amounts that rounding explains, in units of the currency
 * @param version of the rules, stored with the outcome
 */
public record MatchRules(boolean paymentNeeded, boolean buyerPays, BigDecimal tolerance, String version) {}

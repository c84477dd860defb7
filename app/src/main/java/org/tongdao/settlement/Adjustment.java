package org.tongdao.settlement;

import java.util.UUID;
import org.tongdao.terms.Money;

/**
 * What a merchant owes more, or less, than his charges say; it stands in the statement of the month in which it is made.
 *
 * @param once the same for every try of one adjustment, so that it is posted once
 * @param amount below zero: in the merchant's favour
 */
public record Adjustment(UUID once, String merchant, Money amount, String reason) {}

package org.tongdao.settlement;

import org.tongdao.ledger.RateCard;

/** A price with the version it was made by: why it is this price. */
public record RateQuote(RateVersion version, RateCard.Quote quote) {}

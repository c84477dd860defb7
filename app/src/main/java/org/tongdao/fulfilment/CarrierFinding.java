package org.tongdao.fulfilment;

import java.time.Instant;

/**
 * Something in a document of the carrier that could not be used.
 *
 * @param place event id, or line of the document
 * @param maybe what to do
 */
public record CarrierFinding(String document, String place, String rule, String value, String maybe, Instant at) {}

/**
 * Values that every engine and feature shares: identifiers with their check digits, money, weights, sizes, regimes, findings.
 *
 * <p>Purpose: one spelling of each word of the field, so that a container number that exists is a container number that is valid.
 * Words used: UN/CEFACT, UPU S10, GS1 SSCC, ISO 6346, UIC 438, UN/LOCODE, WCO HS. May use: the JDK only.
 */
@NullMarked
package org.tongdao.terms;

import org.jspecify.annotations.NullMarked;

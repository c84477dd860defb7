/**
 * The overseas warehouse and the last-mile carrier: take a handover, answer with EPCIS 2.0 events until every parcel has an end.
 *
 * <p>Words: handover (a sealed container with its bags and parcels), discrepancy (damaged, short, over at unpacking), attempt (of delivery). May use:
 * terms, tracking.
 */
@NullMarked
package org.tongdao.emulator.carrier;

import org.jspecify.annotations.NullMarked;

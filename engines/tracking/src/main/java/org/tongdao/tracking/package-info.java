/**
 * Where a parcel is, derived from what was seen: GS1 EPCIS 2.0 events, the tree parcel → bag → container → wagon → train, status, place and ETA.
 *
 * <p>Purpose: one language for every sighting between the merchant and the door, and one pure function that turns sightings, in whatever order they
 * arrive, into a {@link org.tongdao.tracking.Delivery}. Words used: GS1 EPCIS 2.0 and CBV 2.0 (event, action, bizStep, disposition, read point),
 * UPU EMSEVT for the parcel milestones. May use: terms, and Jackson's streaming core inside the codec. Publishes: the event records, their JSON-LD
 * codec ({@link org.tongdao.tracking.EpcisWriter}, {@link org.tongdao.tracking.EpcisReader}), {@link org.tongdao.tracking.Tracker}.
 */
@NullMarked
package org.tongdao.tracking;

import org.jspecify.annotations.NullMarked;

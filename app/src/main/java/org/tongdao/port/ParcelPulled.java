package org.tongdao.port;

/** A parcel was taken out of its container for the inspectors. */
public record ParcelPulled(long pullId) {}

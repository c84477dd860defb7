package org.tongdao.bulk;

/** One parcel of a run and its answer; {@code rule} and {@code value} say why it was not done. */
public record BulkItem(int itemNo, String parcelNo, String state, int tries, String rule, String value) {}

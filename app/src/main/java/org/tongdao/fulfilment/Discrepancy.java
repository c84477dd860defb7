package org.tongdao.fulfilment;

import java.time.Instant;

/**
 * A parcel that is not as listed.
 *
 * @param kind damaged, short or over
 * @param counted our own comparison of list and unpacking says so
 * @param reported the warehouse says so
 * @param ours false for a stranger's parcel, which lies in quarantine
 */
public record Discrepancy(
        String parcelNo, String kind, boolean counted, boolean reported, boolean ours, String hub, Instant at) {}

package org.tongdao.port;

/**
 * Somebody wants one parcel out of a container for an inspection.
 *
 * @param trainNo that the container is on, or came by
 * @param newSeal number of the seal that goes on the doors when they are shut again
 * @param reason for the record
 * @param actor who says so
 */
public record PullOrder(
        String trainNo, String containerNo, String parcelNo, String newSeal, String reason, String actor) {}

package org.tongdao.bulk;

import java.util.List;

/**
 * What somebody wants done to many parcels.
 *
 * @param reason written into the record of every parcel, at most 60 characters
 * @param printer of PRINT only, else empty
 * @param source address of the list it was chosen from
 * @param parcels numbers; one that comes twice counts once
 */
public record BulkWish(BulkAct act, String reason, String printer, String source, List<String> parcels) {

    /** The most parcels of one run. */
    public static final int MOST = 10_000;

    static final int LONGEST_REASON = 60;
}

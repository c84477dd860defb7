package org.tongdao.yard;

/** What a train needs at a station and another train may hold. */
public enum YardResource {
    RECEIVING_TRACK,
    CHECK_CREW,
    CUSTOMS_LANE,
    INSPECTION_BAY,
    TRANSLOAD_TRACK,
    LOCOMOTIVE,
    CRANE,
    DEPARTURE_TRACK,
    WAYBILL_DESK,
    MARSHALLING_CREW,
    /** The next railway's path: one train per headway. */
    PATH
}

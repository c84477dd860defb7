package org.tongdao.yard;

/** In which order a move takes what it needs. The station works track first; the other order exists to show that it deadlocks. */
enum TakeOrder {
    TRACK_FIRST,
    LOCOMOTIVE_FIRST
}

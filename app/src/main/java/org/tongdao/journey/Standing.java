package org.tongdao.journey;

/** How many parcels of a batch have passed each gate so far. */
public record Standing(
        int parcels, int declared, int cleared, int sealed, int railed, int arrived, int delivered, int returned) {

    /** Parcels at the end of their way. */
    public int ended() {
        return delivered + returned;
    }
}

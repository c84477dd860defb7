package org.tongdao.bulk;

import java.util.Optional;

/** What can be done to many parcels at once. */
public enum BulkAct {
    HOLD,
    RELEASE,
    PRINT;

    /** The act that takes it back; paper that came out is not taken back. */
    public Optional<BulkAct> back() {
        return switch (this) {
            case HOLD -> Optional.of(RELEASE);
            case RELEASE -> Optional.of(HOLD);
            case PRINT -> Optional.empty();
        };
    }
}

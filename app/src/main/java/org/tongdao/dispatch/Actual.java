package org.tongdao.dispatch;

import java.time.Instant;
import org.tongdao.yard.YardStage;

/**
 * Something a person at the station saw.
 *
 * @param correction replaces what was typed before; needs a reason
 */
public record Actual(String trainNo, YardStage stage, Mark mark, Instant at, boolean correction) {

    /** Beginning or end of a stage. */
    public enum Mark {
        BEGIN,
        END
    }
}

package org.tongdao.bulk;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** One act on many parcels, how far it is, and how many parcels stand where. */
public record BulkRun(
        long id,
        BulkAct act,
        String reason,
        String printer,
        String source,
        String state,
        @Nullable Long undoOf,
        @Nullable Long undoneBy,
        String actor,
        String role,
        OffsetDateTime drawnAt,
        @Nullable OffsetDateTime endedAt,
        int items,
        int fresh,
        int will,
        int cannot,
        int done,
        int failed) {

    /** Whether somebody should look again in a moment. */
    public boolean isMoving() {
        return state.equals("TRYING") || state.equals("RUNNING");
    }

    /** In percent, of the trial or of the run. */
    public int share() {
        int over = state.equals("TRYING") ? will + cannot : done + failed;
        int all = state.equals("TRYING") ? items : will + done + failed;
        return all == 0 ? 100 : (int) (100L * over / all);
    }

    /** Whether it can be taken back as a whole. */
    public boolean mayGoBack() {
        return state.equals("ENDED")
                && done > 0
                && undoneBy == null
                && act.back().isPresent();
    }
}

package org.tongdao.port;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.tongdao.port.PriorityState.State;
import org.tongdao.yard.YardPriority;

/** The five priorities of a train at the end of its run, read from what was told: a step is done when its result was seen. */
final class FivePriorities {

    private FivePriorities() {}

    static List<PriorityState> of(ResultSet row) throws SQLException {
        int goOn = row.getInt("go_on");
        if (goOn == 0) {
            return List.of();
        }
        boolean here = row.getTimestamp("arrived_at") != null;
        int off = row.getInt("lifted_off");
        int on = row.getInt("lifted_on");
        int next = row.getInt("next_trains");
        int papers = row.getInt("next_waybilled");
        int left = row.getInt("next_departed");
        return List.of(
                state(YardPriority.PLACING, here, off > 0 ? 1 : 0, 1),
                state(YardPriority.TRANSLOADING, off > 0, on, goOn),
                state(YardPriority.WAYBILLING, on == goOn, papers, next),
                state(YardPriority.MARSHALLING, papers == next, left, next),
                state(YardPriority.DEPARTURE, papers == next, left, next));
    }

    private static PriorityState state(YardPriority priority, boolean begun, int done, int of) {
        var state = done >= of && of > 0 ? State.DONE : begun || done > 0 ? State.GOING : State.NOT_YET;
        return new PriorityState(priority, state, done, of);
    }
}

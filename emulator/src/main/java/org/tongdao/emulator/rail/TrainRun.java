package org.tongdao.emulator.rail;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.tongdao.tracking.EpcisEvent;

/**
 * What becomes of one ordered train.
 *
 * @param told everything said about it, in time
 * @param onWards when each container that goes on may stand on its next wagon, from the crane's rhythm
 * @param waybilled when the papers of what goes on are ready
 * @param readyToLeave when the next train made of its containers may leave; only with containers that go on
 */
record TrainRun(
        TrainOrder order,
        List<EpcisEvent> told,
        Map<String, Instant> onWards,
        Instant waybilled,
        Instant readyToLeave) {}

package org.tongdao.yard;

import java.util.List;
import java.util.Optional;

/**
 * The answer to a {@link YardQuestion}.
 *
 * @param figures of the measured time, background and asked trains together
 * @param passages one per asked train, in the order of the question; a train stuck in a deadlock is missing
 * @param deadlock present when the station came to stand still, which the shipped rules exclude
 */
public record YardRun(YardFigures figures, List<TrainPassage> passages, Optional<Deadlock> deadlock) {

    public YardRun {
        passages = List.copyOf(passages);
    }
}

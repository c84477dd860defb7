package org.tongdao.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tongdao.routing.Rescue;
import org.tongdao.routing.UnderWay;

/**
 * Who loses a departure, and what can be had instead.
 *
 * @param subject container or booking
 * @param name container number, or the booking's id
 * @param promised empty when no way was known before either
 * @param at place and moment from which goods under way are searched; empty when they have not left
 * @param ways those that change least first; empty when none is there or {@code fixed}
 * @param fixed on a train that is composed: the railway has its order, a person has to act
 */
public record Affected(
        String subject,
        long id,
        String name,
        String to,
        Instant arrives,
        Optional<Instant> promised,
        Optional<UnderWay> at,
        List<Rescue.Way> ways,
        boolean fixed) {

    public Optional<Rescue.Way> best() {
        return ways.stream().findFirst();
    }

    /** How much later than promised the best way is, in hours. */
    public long lateHours() {
        return best().map(Rescue.Way::late).map(Duration::toHours).orElse(0L);
    }
}

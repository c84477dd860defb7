package org.tongdao.journey;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tongdao.platform.WorkLease;
import org.tongdao.platform.WorldClock;

/** Lets tests do by hand what serve does every two seconds, for one tenant alone. */
@Component
public class Beats {

    private final Pulse pulse;

    Beats(WorkLease lease, DayWork work, WorkBook book, FarSides farSides, WorldClock clock) {
        pulse = new Pulse(lease, work, book, farSides, clock, "beats", System::nanoTime);
    }

    /** The same with an emulated far side, ten days a second. */
    public void hurry(int tenant) {
        pulse.beat(new PulseRequest(Duration.ofSeconds(1), true, 864_000, 11), List.of(tenant));
    }

    public void beat(int tenant) {
        pulse.beat(PulseRequest.real(), List.of(tenant));
    }
}

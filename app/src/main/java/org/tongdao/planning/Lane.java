package org.tongdao.planning;

import java.time.Duration;
import java.util.List;
import org.tongdao.routing.Offer;

/** The ways to one hub: the one we take, and all that no other beats in time, cost, CO2 and risk. */
public record Lane(String hub, Offer chosen, List<Offer> alternatives) {

    /**
     * The probability to be at the door within 14 days of the order for goods that have used some of them already; the last mile is counted with the longest
     * typical days (assumed).
     */
    public double onTime(Duration used) {
        double left = LanePolicy.LIMIT_DAYS - LanePolicy.LAST_MILE_DAYS - used.toMinutes() / 1440.0;
        return left < 0 ? 0 : chosen.odds().within(left);
    }
}

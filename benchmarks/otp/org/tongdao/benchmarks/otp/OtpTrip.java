package org.tongdao.benchmarks.otp;

import org.opentripplanner.raptor.api.model.RaptorTripPattern;
import org.opentripplanner.raptor.api.model.RaptorTripSchedule;

/** One departure of a line as OTP reads it: the cut-off stands for the departure, the end of handling for the arrival, in seconds. */
record OtpTrip(OtpRoute route, int first) implements RaptorTripSchedule {

    @Override
    public int tripSortIndex() {
        return first;
    }

    @Override
    public int arrival(int position) {
        return first + route.ready[position];
    }

    @Override
    public int departure(int position) {
        return first + route.taken[position];
    }

    @Override
    public RaptorTripPattern pattern() {
        return route;
    }
}

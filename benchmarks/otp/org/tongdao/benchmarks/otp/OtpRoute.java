package org.tongdao.benchmarks.otp;

import org.opentripplanner.raptor.api.model.RaptorTransferConstraint;
import org.opentripplanner.raptor.api.model.RaptorTripPattern;
import org.opentripplanner.raptor.api.model.SearchDirection;
import org.opentripplanner.raptor.spi.RaptorBoardOrAlightEvent;
import org.opentripplanner.raptor.spi.RaptorRoute;
import org.opentripplanner.raptor.spi.RaptorTimeTable;
import org.opentripplanner.raptor.spi.RaptorTripScheduleSearch;

/** A line with all its departures; a trip is found by binary search over an array of ints, one reused event a search. */
final class OtpRoute implements RaptorRoute<OtpTrip>, RaptorTripPattern, RaptorTimeTable<OtpTrip> {

    private final int index;
    final int[] stops;
    /** Seconds from the first departure: handled after the arrival; cut-off. */
    final int[] ready;

    final int[] taken;
    /** From the first stop on, minor units. */
    final int[] cost;

    private final OtpTrip[] trips;
    private final int[] firsts;

    OtpRoute(int index, int[] stops, int[] ready, int[] taken, int[] cost, int[] firsts) {
        this.index = index;
        this.stops = stops;
        this.ready = ready;
        this.taken = taken;
        this.cost = cost;
        this.firsts = firsts;
        trips = new OtpTrip[firsts.length];
        for (int i = 0; i < firsts.length; i++) {
            trips[i] = new OtpTrip(this, firsts[i]);
        }
    }

    int position(int stop) {
        int i = 0;
        while (stops[i] != stop) {
            i++;
        }
        return i;
    }

    /** The trip whose cut-off at a stop is next from a time on, or the last that is handled there by a time. */
    private final class TripSearch implements RaptorTripScheduleSearch<OtpTrip>, RaptorBoardOrAlightEvent<OtpTrip> {
        private final boolean forward;
        private int at;
        private int position;
        private int earliest;

        TripSearch(boolean forward) {
            this.forward = forward;
        }

        @Override
        public RaptorBoardOrAlightEvent<OtpTrip> search(int time, int stopPosition, int limit) {
            position = stopPosition;
            earliest = time;
            if (forward) {
                at = first(time - taken[stopPosition], limit == UNBOUNDED_TRIP_INDEX ? firsts.length : limit);
                return at == (limit == UNBOUNDED_TRIP_INDEX ? firsts.length : limit)
                        ? RaptorBoardOrAlightEvent.empty(time)
                        : this;
            }
            at = first(time - ready[stopPosition] + 1, firsts.length) - 1;
            return at <= limit ? RaptorBoardOrAlightEvent.empty(time) : this;
        }

        private int first(int from, int limit) {
            int low = 0;
            int high = limit;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (firsts[middle] >= from) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return low;
        }

        @Override
        public int tripIndex() {
            return at;
        }

        @Override
        public OtpTrip trip() {
            return trips[at];
        }

        @Override
        public int stopPositionInPattern() {
            return position;
        }

        @Override
        public int time() {
            return forward ? trips[at].departure(position) : trips[at].arrival(position);
        }

        @Override
        public int earliestBoardTime() {
            return earliest;
        }

        @Override
        public RaptorTransferConstraint transferConstraint() {
            return RaptorTransferConstraint.REGULAR_TRANSFER;
        }

        @Override
        public boolean empty() {
            return false;
        }
    }

    @Override
    public RaptorTimeTable<OtpTrip> timetable() {
        return this;
    }

    @Override
    public RaptorTripPattern pattern() {
        return this;
    }

    @Override
    public OtpTrip getTripSchedule(int trip) {
        return trips[trip];
    }

    @Override
    public int numberOfTripSchedules() {
        return trips.length;
    }

    @Override
    public RaptorTripScheduleSearch<OtpTrip> tripSearch(SearchDirection direction) {
        return new TripSearch(direction == SearchDirection.FORWARD);
    }

    @Override
    public int patternIndex() {
        return index;
    }

    @Override
    public int numberOfStopsInPattern() {
        return stops.length;
    }

    @Override
    public int stopIndex(int position) {
        return stops[position];
    }

    @Override
    public boolean boardingPossibleAt(int position) {
        return position < stops.length - 1;
    }

    @Override
    public boolean alightingPossibleAt(int position) {
        return position > 0;
    }

    @Override
    public int slackIndex() {
        return 0;
    }

    @Override
    public int priorityGroupId() {
        return 0;
    }

    @Override
    public String debugInfo() {
        return "line " + index;
    }
}

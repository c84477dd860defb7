package org.tongdao.benchmarks;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongdao.routing.Line;
import org.tongdao.routing.Network;
import org.tongdao.routing.Shipment;
import org.tongdao.routing.Station;

/**
 * The linear relaxation of an assignment as flows of each shipment over a network of places and times, for CLP. Made from the records of the network alone;
 * knows hubs that never close and charge no storage, all clocks in UTC.
 */
final class ClpFlows {

    private final MPSolver solver;
    private final Map<String, Station> stations;
    private final List<Trip> trips = new ArrayList<>();
    /** By trip and call: what all shipments together take. */
    private final Map<String, MPConstraint> room = new HashMap<>();

    private record Trip(Line line, Instant start) {
        Instant departs(int call) {
            return start.plusSeconds(60L * line.calls().get(call).departs());
        }

        Instant arrives(int call) {
            return start.plusSeconds(60L * line.calls().get(call).arrives());
        }

        Instant closes(int call) {
            return departs(call).minusSeconds(60L * line.cutOff().minutes());
        }
    }

    /** Conservation of one shipment, by place and moment. */
    private final class Moments {
        final Map<String, TreeMap<Instant, MPConstraint>> at = new HashMap<>();

        MPConstraint get(String station, Instant when) {
            return at.computeIfAbsent(station, k -> new TreeMap<>())
                    .computeIfAbsent(when, k -> solver.makeConstraint(0, 0));
        }
    }

    ClpFlows(Network network, Instant start, int days) {
        solver = MPSolver.createSolver("CLP");
        stations = network.stations().stream().collect(Collectors.toMap(Station::id, Function.identity()));
        for (var line : network.lines()) {
            for (var period : line.days()) {
                var first = start.atZone(ZoneOffset.UTC).toLocalDate();
                for (var day = first.minusDays(10); day.isBefore(first.plusDays(days)); day = day.plusDays(1)) {
                    if (!day.isBefore(period.from())
                            && !day.isAfter(period.to())
                            && period.weekdays().contains(day.getDayOfWeek())) {
                        for (var time : period.times()) {
                            trips.add(new Trip(line, day.atTime(time).toInstant(ZoneOffset.UTC)));
                        }
                    }
                }
            }
        }
    }

    void add(Shipment s) {
        var moments = new Moments();
        double containers = s.slots() / 100.0;
        var stays = solver.makeNumVar(0, 1, "");
        solver.objective().setCoefficient(stays, (double) Shipment.LEFT_OUT * s.priority() * containers);
        var begin = moments.get(s.from(), s.ready());
        begin.setBounds(1, 1);
        begin.setCoefficient(stays, 1);
        var goal = solver.makeConstraint(-1, -1);
        goal.setCoefficient(stays, -1);
        for (int k = 0; k < trips.size(); k++) {
            trip(k, s, containers, moments, goal);
        }
        moments.at.forEach((station, times) -> wait(times));
    }

    private void trip(int k, Shipment s, double containers, Moments moments, MPConstraint goal) {
        var trip = trips.get(k);
        var calls = trip.line().calls();
        MPConstraint onBoard = null;
        for (int i = 0; i + 1 < calls.size(); i++) {
            if (trip.arrives(i + 1).isAfter(s.deadline()) || trip.departs(i).isBefore(s.ready())) {
                continue;
            }
            var ride = solver.makeNumVar(0, MPSolver.infinity(), "");
            solver.objective().setCoefficient(ride, calls.get(i + 1).cost() * containers);
            room(k, i, trip.line()).setCoefficient(ride, containers);
            var leaves = onBoard == null ? solver.makeConstraint(0, 0) : onBoard;
            leaves.setCoefficient(ride, 1);
            if (!trip.closes(i).isBefore(s.ready())) {
                arc(moments.get(calls.get(i).station(), trip.closes(i)), leaves);
            }
            onBoard = solver.makeConstraint(0, 0);
            onBoard.setCoefficient(ride, -1);
            var station = calls.get(i + 1).station();
            var handling = Objects.requireNonNull(stations.get(station)).handling();
            var ready = trip.arrives(i + 1).plus(Duration.ofMinutes(handling.minutes()));
            if (!ready.isAfter(s.deadline())) {
                arc(onBoard, station.equals(s.to()) ? goal : moments.get(station, ready));
            }
        }
    }

    private MPConstraint room(int trip, int call, Line line) {
        return room.computeIfAbsent(
                trip + " " + call,
                k -> solver.makeConstraint(-MPSolver.infinity(), line.capacity().slots()));
    }

    private MPVariable arc(MPConstraint from, MPConstraint to) {
        var flow = solver.makeNumVar(0, MPSolver.infinity(), "");
        from.setCoefficient(flow, 1);
        to.setCoefficient(flow, -1);
        return flow;
    }

    private void wait(TreeMap<Instant, MPConstraint> times) {
        MPConstraint before = null;
        for (var at : times.values()) {
            if (before != null) {
                arc(before, at);
            }
            before = at;
        }
    }

    String size() {
        return solver.numConstraints() + " rows, " + solver.numVariables() + " columns";
    }

    double solve() {
        var status = solver.solve();
        if (status != MPSolver.ResultStatus.OPTIMAL) {
            throw new IllegalStateException("CLP ended with " + status);
        }
        return solver.objective().value();
    }
}

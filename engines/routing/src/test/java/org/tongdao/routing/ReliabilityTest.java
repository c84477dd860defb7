package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReliabilityTest {

    private static final Instant READY = Instant.parse("2026-03-27T00:00:00Z");
    private static final Search.Transfer NONE = (place, gauge, next) -> Duration.ZERO;
    private static final Set<DayOfWeek> DAILY = EnumSet.allOf(DayOfWeek.class);

    @Test
    void theMedianOfASymmetricTriangleIsItsMiddle() {
        var outlook = outlook(List.of(service("A", "U", "V", new Service.Hours(12, 24, 36))), 2.0);
        assertThat(outlook.p50Days()).isCloseTo(1.0, within(0.02));
        assertThat(outlook.within()).isEqualTo(1.0);
    }

    @Test
    void theNinetiethPercentileFollowsTheTriangle() {
        // F(x) = 1 - (36 - x)^2 / (24 * 12) = 0.9 at x = 36 - sqrt(28.8) = 30.63 hours
        var outlook = outlook(List.of(service("A", "U", "V", new Service.Hours(12, 24, 36))), 1.0);
        assertThat(outlook.p90Days()).isCloseTo(30.63 / 24, within(0.03));
        assertThat(outlook.within()).isCloseTo(0.5, within(0.04));
    }

    @Test
    void aMissedConnectionWaitsForTheNextDepartureOfTheService() {
        // the first leg is late in half of the draws; the second leaves daily, so these lose one whole day
        var legs = List.of(
                service("A", "U", "V", new Service.Hours(12, 24, 36)),
                service("B", "V", "W", new Service.Hours(1, 1, 1)));
        var outlook = outlook(legs, 1.1);
        assertThat(outlook.within()).isCloseTo(0.5, within(0.04));
        assertThat(outlook.p90Days()).isCloseTo(2 + 1 / 24.0, within(0.01));
    }

    @Test
    void equalSeedsGiveEqualFigures() {
        var legs = List.of(service("A", "U", "V", new Service.Hours(12, 20, 36)));
        assertThat(outlook(legs, 1.0)).isEqualTo(outlook(legs, 1.0));
    }

    @Test
    void departuresKeepLocalTimeWhenSummerTimeBegins() {
        var warsaw = new Service(
                "W",
                "rail",
                1435,
                "M",
                "W",
                DAILY,
                LocalTime.of(5, 0),
                ZoneId.of("Europe/Warsaw"),
                new Service.Hours(8, 8, 8),
                40,
                1);
        var hours = warsaw.runs(READY, 3).stream()
                .map(r -> r.departs().toString().substring(5, 16))
                .toList();
        assertThat(hours).containsExactly("03-27T04:00", "03-28T04:00", "03-29T03:00", "03-30T03:00");
    }

    @Test
    void aServiceLeavesOnItsWeekdaysOnly() {
        var mondays = new Service(
                "M",
                "rail",
                1435,
                "U",
                "V",
                Set.of(DayOfWeek.MONDAY),
                LocalTime.NOON,
                ZoneId.of("Asia/Shanghai"),
                new Service.Hours(8, 8, 8),
                40,
                1);
        assertThat(mondays.runs(READY, 27))
                .hasSize(4)
                .allMatch(r -> r.departs().atZone(ZoneId.of("Asia/Shanghai")).getDayOfWeek() == DayOfWeek.MONDAY);
    }

    @Test
    void hoursMustRise() {
        assertThatThrownBy(() -> new Service.Hours(5, 4, 6)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Outlook outlook(List<Service> services, double limit) {
        var runs = new ArrayList<Run>();
        services.forEach(s -> runs.addAll(s.runs(READY, 14)));
        var end = services.get(services.size() - 1).to();
        var way = Search.pareto("U", end, READY, runs, NONE).get(0);
        return new Reliability(services, runs, NONE).of(way, new Reliability.Question(READY, 0, limit, 42));
    }

    private static Service service(String code, String from, String to, Service.Hours hours) {
        return new Service(code, "rail", 1435, from, to, DAILY, LocalTime.MIDNIGHT, ZoneId.of("UTC"), hours, 40, 100);
    }
}

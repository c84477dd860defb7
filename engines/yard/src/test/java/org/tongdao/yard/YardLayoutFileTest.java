package org.tongdao.yard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Finding;

class YardLayoutFileTest {

    private static final String CLOSED = "closed,%s,,,,,,,%s,assumed,gale";

    @Test
    void everyShippedStationIsReadWithoutFindingsAndEveryFigureSaysWhereItComesFrom() {
        for (var id : List.of("alashankou", "khorgos", "altynkol", "dostyk", "malaszewicze", "fenyeslitke", "urumqi")) {
            var file = YardLayoutFile.read(id, Days.lines(id));
            assertThat(file.findings()).as(id).isEmpty();
            assertThat(file.layout().orElseThrow().id()).isEqualTo(id);
            assertThat(file.lines()).allSatisfy(l -> assertThat(l.source()).isNotBlank());
        }
    }

    @Test
    void khorgosHasItsTracksByGauge() {
        var khorgos = Days.layout("khorgos");
        assertThat(khorgos.units(YardResource.RECEIVING_TRACK)).hasSize(17).allMatch(u -> u.gaugeMm() == 1435);
        assertThat(khorgos.units(YardResource.DEPARTURE_TRACK)).hasSize(14).allMatch(u -> u.gaugeMm() == 1520);
        assertThat(khorgos.find(YardResource.CRANE, "K").orElseThrow().secondsPerLift())
                .isEqualTo(180);
        assertThat(khorgos.units(YardResource.INSPECTION_BAY)).hasSize(5);
    }

    @Test
    void windStopsWhatStandsOutdoors() {
        var file = read(l -> l, CLOSED.formatted("outdoor", "2026-03-02T08:00:00Z/2026-03-02T12:00:00Z"));
        var closures = file.layout().orElseThrow().closures();
        assertThat(closures)
                .extracting(YardClosure::unit)
                .contains("C1", "K", "T6")
                .doesNotContain("R1");
        assertThat(closures.get(0).from()).isEqualTo(Instant.parse("2026-03-02T08:00:00Z"));
    }

    @Test
    void invertedAndUnreadableCalendarsAreFindings() {
        assertThat(rules(read(l -> l, CLOSED.formatted("T1", "2026-03-02T12:00:00Z/2026-03-02T08:00:00Z"))))
                .containsExactly("LAYOUT-CLOSED");
        assertThat(rules(read(l -> l, CLOSED.formatted("T1", "tomorrow")))).containsExactly("LAYOUT-CLOSED");
        assertThat(rules(read(l -> l, CLOSED.formatted("T99", "2026-03-02T08:00:00Z/2026-03-02T12:00:00Z"))))
                .containsExactly("LAYOUT-CLOSED");
        assertThatThrownBy(() -> YardClosure.of(YardResource.CRANE, "", Days.at(2, 0), Days.at(1, 0), "x"))
                .hasMessageContaining("swapped");
    }

    @Test
    void overlappingCalendarsAreToldAndBothCount() {
        var file = read(
                l -> l,
                CLOSED.formatted("T1", "2026-03-02T08:00:00Z/2026-03-02T12:00:00Z"),
                CLOSED.formatted("T1", "2026-03-02T11:00:00Z/2026-03-02T14:00:00Z"));
        assertThat(rules(file)).containsExactly("LAYOUT-OVERLAP");
        assertThat(file.layout().orElseThrow().closures()).hasSize(2);
    }

    @Test
    void lanesWithoutOfficersStayClosed() {
        var file = read(l -> l.startsWith("officer") ? l.replace("16", "7") : l);
        assertThat(rules(file)).containsExactly("LAYOUT-OFFICERS");
        assertThat(file.layout().orElseThrow().units(YardResource.CUSTOMS_LANE)).hasSize(3);
    }

    @Test
    void aMissingResourceOrFigureLeavesNoStation() {
        for (var what :
                List.of("transload_track", "customs_lane", "path", "customs_min", "seconds_per_lift", "station")) {
            var lines = new ArrayList<>(Days.lines("khorgos"));
            lines.removeIf(l -> l.startsWith(what + ","));
            var file = YardLayoutFile.read("x.csv", lines);
            assertThat(file.layout()).as(what).isEmpty();
            assertThat(rules(file)).as(what).containsOnly("LAYOUT-MISSING");
        }
    }

    @Test
    void faultyCellsAreFindingsWithTheirLine() {
        var negative = read(l -> l.replace("receiving_track,R,17", "receiving_track,R,-3"));
        assertThat(rules(negative)).contains("LAYOUT-VALUE");
        assertThat(negative.findings().get(0).place().line()).isEqualTo(3);
        assertThat(negative.findings().get(0).value()).isEqualTo("-3");
        assertThat(rules(read(l -> l.replace(",30/40/60,", ",60/40/30,")))).contains("LAYOUT-VALUE");
        assertThat(rules(read(l -> l.replace("cited,UN", "rumour,UN")))).contains("LAYOUT-MARK");
        assertThat(rules(read(l -> l.replace("customs_lane,L", "custom_lane,L"))))
                .contains("LAYOUT-WHAT");
        assertThat(rules(read(l -> l.replace("departure_track,D", "departure_track,R"))))
                .contains("LAYOUT-TWICE");
        assertThat(rules(read(l -> l, "seconds_per_lift,,,,,,,,50,assumed,again")))
                .contains("LAYOUT-TWICE");
        assertThat(rules(read(l -> l, "a,b"))).contains("LAYOUT-COLUMNS");
        assertThat(rules(read(l -> l, "slot,,,,,,,,25:00,assumed,x"))).contains("LAYOUT-SLOT");
        assertThat(rules(YardLayoutFile.read("x.csv", List.of("station")))).containsExactly("LAYOUT-HEADER");
        assertThat(rules(YardLayoutFile.read("x.csv", List.of()))).containsExactly("LAYOUT-HEADER");
    }

    @Test
    void slotsAreTimesOfTheDay() {
        var file = read(l -> l, "slot,,,,,,,,09:20;00:40,assumed,timetable");
        assertThat(file.layout().orElseThrow().slots()).containsExactly(2_400, 33_600);
    }

    @Test
    void aStationOfCountsHasCraneSetsAndNumberedUnits() {
        var layout = YardLayout.of(Stations.of("alashankou"));
        assertThat(layout.units(YardResource.CRANE)).hasSize(2);
        assertThat(layout.find(YardResource.TRANSLOAD_TRACK, "2")).isPresent();
        assertThat(layout.find(YardResource.TRANSLOAD_TRACK, "3")).isEmpty();
    }

    private static YardLayoutFile read(UnaryOperator<String> change, String... more) {
        var lines = new ArrayList<String>();
        Days.lines("khorgos").forEach(l -> lines.add(change.apply(l)));
        lines.addAll(List.of(more));
        return YardLayoutFile.read("khorgos.csv", lines);
    }

    private static List<String> rules(YardLayoutFile file) {
        return file.findings().stream().map(Finding::rule).toList();
    }
}

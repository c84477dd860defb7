package org.tongdao.yard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Finding;

class StationTableTest {

    @Test
    void theShippedTableHasEightStationsAndNoFindings() {
        var table = StationTable.parse("stations.csv", Stations.lines());
        assertThat(table.findings()).isEmpty();
        assertThat(table.stations())
                .extracting(YardStation::id)
                .containsExactly(
                        "alashankou",
                        "khorgos",
                        "altynkol",
                        "dostyk",
                        "malaszewicze",
                        "fenyeslitke",
                        "urumqi",
                        "brest");
        assertThat(table.findAtNode("DST")).map(YardStation::id).contains("dostyk");
    }

    @Test
    void everyShippedFigureSaysWhereItComesFromAndCitedOnesNameASource() {
        var figures = StationTable.parse("stations.csv", Stations.lines()).figures();
        assertThat(figures).hasSize(232).allSatisfy(f -> assertThat(f.source()).isNotBlank());
        assertThat(figures)
                .filteredOn(f -> f.mark().equals("cited"))
                .allMatch(f -> f.source().matches(".*(\\[S\\w+.*]|UN/LOCODE|nodes\\.csv).*"));
    }

    @Test
    void everyShippedStationBearsItsUsualTraffic() {
        for (var station : StationTable.parse("stations.csv", Stations.lines()).stations()) {
            var figures = YardSimulation.run(YardQuestion.steady(station, YardMode.PARALLEL, station.usual(), 90, 1))
                    .figures();
            assertThat(figures.dwellHours().p95()).as(station.id()).isLessThan(24);
        }
    }

    @Test
    void aMissingFigureLeavesOutThatStationOnly() {
        var table = without("dostyk,locomotives");
        assertThat(rules(table)).containsExactly("STATION-MISSING");
        assertThat(table.find("dostyk")).isEmpty();
        assertThat(table.find("khorgos")).isPresent();
    }

    @Test
    void aStationWithoutATransloadTrackIsRefusedWithTheLine() {
        var table = with("dostyk,transload_tracks", "dostyk,transload_tracks,0,assumed,x");
        assertThat(rules(table)).containsExactly("STATION-VALUE");
        assertThat(table.findings().get(0).place().line()).isPositive();
        assertThat(table.findings().get(0).value()).isEqualTo("0");
    }

    @Test
    void unreadableValuesAreFindings() {
        assertThat(rules(with("dostyk,placing_min", "dostyk,placing_min,40/25/15,assumed,x")))
                .containsExactly("STATION-VALUE");
        assertThat(rules(with("dostyk,placing_min", "dostyk,placing_min,soon,assumed,x")))
                .containsExactly("STATION-VALUE");
        assertThat(rules(with("dostyk,cranes", "dostyk,cranes,many,assumed,x"))).contains("STATION-VALUE");
        assertThat(rules(with("dostyk,cranes_per_train", "dostyk,cranes_per_train,99,assumed,x")))
                .containsExactly("STATION-VALUE");
        assertThat(rules(with("dostyk,cranes", "dostyk,cranes,8,rumour,x"))).contains("STATION-MARK");
        assertThat(rules(with("dostyk,cranes", "dostyk,cranes,8,assumed"))).contains("STATION-COLUMNS");
    }

    @Test
    void aRepeatedOrUnknownFigureIsTold() {
        var lines = new ArrayList<>(Stations.lines());
        lines.add("dostyk,cranes,9,assumed,x");
        lines.add("dostyk,helicopters,1,assumed,x");
        var table = StationTable.parse("t", lines);
        assertThat(rules(table)).containsExactlyInAnyOrder("STATION-TWICE", "STATION-UNKNOWN");
        assertThat(table.find("dostyk").orElseThrow().count(YardResource.CRANE)).isEqualTo(8);
    }

    @Test
    void anotherHeaderOrAnEmptyTableIsRefused() {
        assertThat(rules(StationTable.parse("t", List.of("a,b")))).containsExactly("STATION-HEADER");
        assertThat(rules(StationTable.parse("t", List.of()))).containsExactly("STATION-HEADER");
    }

    @Test
    void aStationInCodeMustHaveOneOfEach() {
        var dostyk = Stations.of("dostyk");
        assertThatThrownBy(() -> dostyk.withUnits(YardResource.LOCOMOTIVE, 0)).hasMessageContaining("LOCOMOTIVE");
        assertThatThrownBy(() -> new YardStation(
                        "x", "x", "x", "X", Map.of(), 1, dostyk.crane(), dostyk.times(), Background.NONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Spread(3, 2, 1)).hasMessageContaining("least/usual/most");
        assertThat(new Spread(1, 2, 6).mean()).isEqualTo(3.0);
    }

    private static List<String> rules(StationTable table) {
        return table.findings().stream().map(Finding::rule).distinct().toList();
    }

    private static StationTable without(String start) {
        return StationTable.parse(
                "t",
                Stations.lines().stream()
                        .filter(l -> !l.startsWith(start + ","))
                        .toList());
    }

    private static StationTable with(String start, String line) {
        return StationTable.parse(
                "t",
                Stations.lines().stream()
                        .map(l -> l.startsWith(start + ",") ? line : l)
                        .toList());
    }
}

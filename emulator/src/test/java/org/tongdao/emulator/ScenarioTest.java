package org.tongdao.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongdao.emulator.carrier.CarrierConduct;
import org.tongdao.emulator.customs.Conduct;
import org.tongdao.emulator.customs.Incident;

class ScenarioTest {

    @TempDir
    Path folder;

    @Test
    void anEmptyFileIsLife() throws IOException {
        assertThat(read("{}").customs()).isEqualTo(Conduct.asInLife());
        assertThat(read("{}").carrier()).isEqualTo(CarrierConduct.asInLife());
    }

    @Test
    void whatIsSaidReplacesTheBaseAndTheRestStays() throws IOException {
        var scenario = read("""
                {"seed": 9, "base": "calm",
                 "customs": {"inspected": 0.5, "open": "08:00", "close": "18:00",
                             "incidents": [{"from": "2026-11-23T02:00:00Z", "to": "2026-11-23T06:00:00Z", "kind": "silent"}]},
                 "carrier": {"failsAgain": 1, "stepHours": 2}}""");
        assertThat(scenario.seed()).isEqualTo(9);
        assertThat(scenario.customs().rigour()).isEqualTo(Conduct.Rigour.of(0, 0.5, 0));
        assertThat(scenario.customs().hours().open()).isEqualTo(LocalTime.of(8, 0));
        assertThat(scenario.customs().incidents())
                .containsExactly(new Incident(
                        Instant.parse("2026-11-23T02:00:00Z"),
                        Instant.parse("2026-11-23T06:00:00Z"),
                        Incident.Kind.SILENT));
        assertThat(scenario.carrier().failsAgain()).isEqualTo(1);
        assertThat(scenario.carrier().step()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void theLimitsOfTheOfficeAreData() throws IOException {
        var customs = read("""
                {"customs": {"refusedAfterInspection": 0.5, "dearCny": 800, "heavyKg": 30, "pace": 3,
                             "limits": {"orderCny": 2000, "yearCny": 20000, "listCny": 3000, "taxShare": 0.2}}}""").customs();
        assertThat(customs.limits()).isEqualTo(new Conduct.Limits(2_000, 20_000, 3_000, 0.2));
        assertThat(customs.rigour()).isEqualTo(new Conduct.Rigour(0.01, 0.02, 0.03, 0.5, 800, 30, 3));
        assertThat(read("{\"customs\": {\"limits\": {\"yearCny\": 50000}}}")
                        .customs()
                        .limits())
                .as("the rest stays")
                .isEqualTo(new Conduct.Limits(5_000, 50_000, 5_000, 0.13 * 0.70));
    }

    @Test
    void aWrongFileIsRefusedInWords() {
        assertThatThrownBy(() -> read("{\"custom\": {}}")).hasMessageContaining("custom");
        assertThatThrownBy(() -> read("{\"base\": \"wild\"}")).hasMessageContaining("Maybe life or calm");
        assertThatThrownBy(() -> read("{\"customs\": {\"late\": 7}}")).hasMessageContaining("between 0 and 1");
        assertThatThrownBy(() -> read("{\"customs\": {\"pace\": 0}}")).hasMessageContaining("above 0");
        assertThatThrownBy(() -> read("{\"customs\": {\"limits\": {\"yearCny\": -1}}}"))
                .hasMessageContaining("limits.yearCny");
        assertThatThrownBy(() -> read("not json")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> read(
                                "{\"customs\": {\"incidents\": [{\"from\": \"2026-11-23T06:00:00Z\", \"to\": \"2026-11-23T02:00:00Z\", \"kind\": \"slow\"}]}}"))
                .hasMessageContaining("before it begins");
    }

    @Test
    void theExampleIsAScenario() throws IOException {
        var example = Scenario.read(Path.of("..", "examples", "scenarios", "bad-monday.json"));
        assertThat(example.customs().incidents()).hasSize(3);
    }

    private Scenario read(String json) throws IOException {
        var file = folder.resolve("scenario.json");
        Files.writeString(file, json);
        return Scenario.read(file);
    }
}

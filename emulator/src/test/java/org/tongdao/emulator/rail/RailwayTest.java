package org.tongdao.emulator.rail;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongdao.tracking.EpcisEvent;
import org.tongdao.tracking.EpcisWriter;
import org.tongdao.tracking.Milestone;
import org.tongdao.yard.YardMode;

class RailwayTest {

    private static final Instant SENT = Instant.parse("2026-12-01T04:00:00Z");
    private static final Instant FIRST = Instant.parse("2026-12-02T06:00:00Z");
    private static final Instant SECOND = Instant.parse("2026-12-03T12:00:00Z");
    private static final Instant THIRD = Instant.parse("2026-12-10T00:00:00Z");
    private static final Instant LONG_AFTER = Instant.parse("2027-03-01T00:00:00Z");

    @TempDir
    Path folder;

    private Orders orders;

    @BeforeEach
    void openTheWire() {
        orders = new Orders(folder, 12);
    }

    @Test
    void threeTrainsCarryTheContainersOverTwoGaugesToWarsaw() {
        sendChain();
        deliver(7, LONG_AFTER);
        assertThat(trainMilestones("A1"))
                .containsExactly("T090", "T100", "T110", "T130", "T170", "T180", "T110", "T130");
        assertThat(trainMilestones("B2")).containsExactly("T090", "T180", "T110", "T130");
        assertThat(trainMilestones("C3")).startsWith("T090", "T100", "T110").endsWith("T170", "T180");
        assertThat(told(Milestone.T140)).hasSize(24);
        assertThat(told(Milestone.T150)).hasSize(24);
        assertThat(told(Milestone.T160)).hasSize(2);
        assertThat(node("C3", Milestone.T180)).isEqualTo("WAW");
    }

    @Test
    void aContainerStandsOnItsNextWagonBeforeThatTrainLeavesAndAfterItLeftTheOldOne() {
        sendChain();
        deliver(7, LONG_AFTER);
        for (var on : told(Milestone.T150)) {
            var off = told(Milestone.T140).stream()
                    .filter(e -> e.epcs().equals(on.epcs())
                            && e.context().where().equals(on.context().where()))
                    .findFirst()
                    .orElseThrow();
            assertThat(on.at()).isAfterOrEqualTo(off.at());
            assertThat(on.parent()).isNotEqualTo(off.parent());
            assertThat(at(on.context().extensions().getOrDefault("tongdao:train", ""), Milestone.T090))
                    .isAfterOrEqualTo(on.at());
        }
        assertThat(at("B2", Milestone.T090)).isAfterOrEqualTo(lastOf("A1", Milestone.T130));
        assertThat(at("B2", Milestone.T090)).isAfterOrEqualTo(SECOND);
    }

    @Test
    void theWorldIsReachedInTheDaysThatTheCorridorTakes() {
        sendChain();
        deliver(7, LONG_AFTER);
        assertThat(Duration.between(FIRST, lastOf("A1", Milestone.T180)))
                .isBetween(Duration.ofHours(10), Duration.ofHours(36));
        assertThat(Duration.between(at("B2", Milestone.T090), at("B2", Milestone.T180)))
                .isBetween(Duration.ofDays(4), Duration.ofDays(8));
    }

    @Test
    void documentsFitTheEpcisSchemaAndAppearOnTheQuarterHour() {
        sendChain();
        deliver(7, LONG_AFTER);
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(EpcisWriter.class.getResourceAsStream("epcis-2.0.schema.json"));
        orders.incoming().forEach((name, content) -> {
            assertThat(schema.validate(content, InputFormat.JSON)).as(name).isEmpty();
            assertThat(name).matches("\\d{8}T\\d{2}(00|15|30|45)00000Z_EPCIS_[ABC]\\d\\.json");
        });
    }

    @Test
    void aKilledRailwayRepeatsTheSameFilesByteForByte() throws IOException {
        sendChain();
        deliver(7, FIRST.plus(Duration.ofDays(1)));
        var half = orders.incoming();
        deliver(7, LONG_AFTER);
        var whole = orders.incoming();
        assertThat(half.size()).isBetween(1, whole.size() - 1);
        for (var name : half.keySet()) {
            Files.delete(folder.resolve("rail/in").resolve(name));
        }
        deliver(7, LONG_AFTER);
        assertThat(orders.incoming()).isEqualTo(whole);
        deliver(8, LONG_AFTER);
        assertThat(orders.incoming()).isNotEqualTo(whole);
    }

    @Test
    void jumpingFromAnswerToAnswerTellsTheSameAsOneLongWait() throws IOException {
        sendChain();
        var railway = new Railway(folder, 7, RailConduct.asInLife());
        Optional<Instant> now = Optional.of(SENT);
        int jumps = 0;
        while (now.isPresent()) {
            now = railway.deliver(now.get());
            jumps++;
        }
        var stepped = orders.incoming();
        assertThat(jumps).isGreaterThan(10);
        for (var name : stepped.keySet()) {
            Files.delete(folder.resolve("rail/in").resolve(name));
        }
        deliver(7, LONG_AFTER);
        assertThat(orders.incoming()).isEqualTo(stepped);
    }

    @Test
    void aTrainWaitsForTheOrderOfTheTrainThatBringsItsContainers() {
        orders.send(SENT, orders.train("B2", "DST", "BQT", SECOND, "A1", "C3"));
        var railway = new Railway(folder, 7, RailConduct.asInLife());
        assertThat(railway.deliver(LONG_AFTER)).isEmpty();
        assertThat(orders.incoming()).isEmpty();
        orders.send(SENT.plusSeconds(1), orders.train("A1", "URC", "DST", FIRST, "", "B2"));
        railway.deliver(LONG_AFTER);
        assertThat(trainMilestones("B2")).startsWith("T090");
    }

    @Test
    void anOrderThatComesTooLateIsRunFromTheMomentItWasSent() {
        var late = FIRST.plus(Duration.ofDays(9));
        orders.send(SENT, orders.train("A1", "URC", "DST", FIRST, "", "B2"));
        orders.send(late, orders.train("B2", "DST", "BQT", SECOND, "A1", ""));
        deliver(7, LONG_AFTER);
        assertThat(told(Milestone.T150)).allMatch(e -> !e.at().isBefore(late));
        assertThat(at("B2", Milestone.T090)).isAfterOrEqualTo(late);
    }

    @Test
    void parallelWorkAtTheBorderIsFasterForOurTrainToo() {
        orders.send(SENT, orders.train("A1", "URC", "ALT", FIRST, "", "B2"));
        orders.send(SENT, orders.train("B2", "ALT", "ALA", FIRST, "A1", ""));
        deliver(7, LONG_AFTER);
        var parallel = at("B2", Milestone.T090);
        var other = new Orders(folder.resolve("serial"), 12);
        other.send(SENT, other.train("A1", "URC", "ALT", FIRST, "", "B2"));
        other.send(SENT, other.train("B2", "ALT", "ALA", FIRST, "A1", ""));
        new Railway(folder.resolve("serial"), 7, RailConduct.asInLife().withMode(YardMode.SERIAL)).deliver(LONG_AFTER);
        assertThat(other.events())
                .filteredOn(e -> isOf(e, "B2", Milestone.T090))
                .allMatch(e -> e.at().isAfter(parallel));
    }

    @Test
    void someTrainsAreInspectedAndOneContainerOfThemIsNamed() {
        for (int n = 10; n < 90; n++) {
            orders.send(SENT, orders.train("A" + n, "URC", "ALT", FIRST.plus(Duration.ofHours(7L * n)), "", ""));
        }
        deliver(7, LONG_AFTER);
        assertThat(told(Milestone.T120).size()).isBetween(1, 12);
        assertThat(told(Milestone.T120)).allSatisfy(e -> {
            assertThat(e.epcs()).singleElement().asString().startsWith("urn:tongdao:iso6346:TDGU");
            assertThat(e.context().extensions()).containsKey("tongdao:seal");
        });
    }

    @Test
    void whatCannotBeReadOrIsOrderedTwiceIsRefusedWithTheReason() {
        orders.send(SENT, "X1", "{\"trainNo\": \"X1\"");
        orders.send(SENT, "X2", "{\"trainNo\": \"X2\"}");
        orders.send(SENT, orders.train("A1", "URC", "DST", FIRST, "", ""));
        orders.send(SENT.plusSeconds(5), orders.train("A1", "URC", "DST", FIRST, "", ""));
        orders.send(SENT, new Orders(folder, 0).train("A4", "URC", "DST", FIRST, "", ""));
        deliver(7, LONG_AFTER);
        var refusals = orders.incoming().entrySet().stream()
                .filter(e -> e.getKey().contains("_REFUSAL_"))
                .toList();
        assertThat(refusals).hasSize(4);
        assertThat(refusals).anySatisfy(e -> assertThat(e.getValue()).contains("ordered before"));
        assertThat(refusals).anySatisfy(e -> assertThat(e.getValue()).contains("carries nothing"));
        assertThat(trainMilestones("A1")).isNotEmpty();
    }

    @Test
    void offTheKnownRailsATrainTakesAboutItsPlannedTime() {
        orders.send(SENT, orders.train("A1", "URC", "NOWHERE", FIRST, "", ""));
        deliver(7, LONG_AFTER);
        assertThat(Duration.between(at("A1", Milestone.T090), at("A1", Milestone.T180)))
                .isBetween(Duration.ofHours(45), Duration.ofHours(61));
    }

    private void sendChain() {
        orders.send(SENT, orders.train("C3", "BQT", "WAW", THIRD, "B2", ""));
        orders.send(SENT, orders.train("A1", "URC", "DST", FIRST, "", "B2"));
        orders.send(SENT, orders.train("B2", "DST", "BQT", SECOND, "A1", "C3"));
    }

    private void deliver(long seed, Instant until) {
        new Railway(folder, seed, RailConduct.asInLife()).deliver(until);
    }

    private List<EpcisEvent> told(Milestone milestone) {
        return orders.events().stream()
                .filter(e -> e.milestone().equals(Optional.of(milestone)))
                .toList();
    }

    private List<String> trainMilestones(String trainNo) {
        var codes = new ArrayList<String>();
        for (var event : orders.events()) {
            if (event.epcs().equals(List.of("urn:tongdao:train:" + trainNo))) {
                codes.add(event.milestone().orElseThrow().name());
            }
        }
        return codes;
    }

    private Instant at(String trainNo, Milestone milestone) {
        return orders.events().stream()
                .filter(e -> isOf(e, trainNo, milestone))
                .findFirst()
                .orElseThrow()
                .at();
    }

    private Instant lastOf(String trainNo, Milestone milestone) {
        return orders.events().stream()
                .filter(e -> isOf(e, trainNo, milestone))
                .reduce((a, b) -> b)
                .orElseThrow()
                .at();
    }

    private String node(String trainNo, Milestone milestone) {
        return orders.events().stream()
                .filter(e -> isOf(e, trainNo, milestone))
                .findFirst()
                .orElseThrow()
                .context()
                .where()
                .node();
    }

    private static boolean isOf(EpcisEvent event, String trainNo, Milestone milestone) {
        return event.milestone().equals(Optional.of(milestone))
                && trainNo.equals(event.context().extensions().get("tongdao:train"));
    }
}

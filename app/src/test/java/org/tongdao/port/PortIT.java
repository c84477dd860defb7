package org.tongdao.port;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.emulator.rail.RailConduct;
import org.tongdao.emulator.rail.Railway;
import org.tongdao.platform.FolderWire;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.OnDatabase;
import org.tongdao.platform.Tenancy;
import org.tongdao.platform.WorldClock;
import org.tongdao.yard.YardPriority;

@OnDatabase
@RecordApplicationEvents
class PortIT {

    private static final Instant NOW = Instant.parse("2026-12-01T04:00:00Z");
    private static final Instant LONG_AFTER = Instant.parse("2027-01-10T00:00:00Z");

    @Autowired
    Port port;

    @Autowired
    FolderWire wire;

    @Autowired
    FreshTenant tenants;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    WorldClock clock;

    @Autowired
    ApplicationEvents heard;

    private int tenant;
    private TrainChain chain = new TrainChain(0, 0, 0, List.of(), List.of());

    @BeforeEach
    void composeTrains() {
        tenant = tenants.create();
        clock.set(NOW);
        chain = inTenant(() -> TrainChain.create(jdbc, tenant, 3, 2));
        heard.clear();
    }

    @AfterEach
    void releaseTheClock() {
        clock.release();
    }

    @Test
    void threeTrainsCarryThreeContainersOverTwoGaugesAndNothingIsLost() {
        orderAndSend();
        railwayUntil(LONG_AFTER);
        as(port::collect);
        assertThat(count("SELECT count(*) FROM train_fact WHERE milestone = 'T090'"))
                .isEqualTo(3);
        assertThat(count("SELECT count(*) FROM transload")).isEqualTo(6);
        assertThat(as(() -> port.conservation(chain.first())).isComplete()).isTrue();
        assertThat(as(() -> port.conservation(chain.second())).parcelsOn()).isEqualTo(6);
        assertThat(as(port::findings)).isEmpty();
        assertThat(heard(TrainDeparted.class))
                .extracting(TrainDeparted::trainId)
                .containsExactly(chain.first(), chain.second(), chain.third());
        assertThat(heard(TrainArrived.class))
                .contains(new TrainArrived(chain.third(), "WAW", arrival(chain.third(), "WAW")));
        assertThat(heard(TrainTransloaded.class).stream()
                        .mapToInt(e -> e.containerIds().size())
                        .sum())
                .isEqualTo(6);
    }

    @Test
    void anOrderIsWrittenOnceAndNamesWhatComesBeforeAndAfter() {
        assertThat(as(() -> port.order(chain.second()))).isEmpty();
        assertThat(as(() -> port.order(chain.second()))).isEmpty();
        as(() -> wire.send("rail"));
        var order = text(files("out").get(0));
        assertThat(files("out")).hasSize(1);
        assertThat(files("out").get(0).getFileName()).hasToString("20261201T040000000Z_TRAIN_T2001.json");
        assertThat(order)
                .contains(
                        "\"" + TrainChain.containerNo(tenant, 0) + "\" : \"T1001\"",
                        "\"" + TrainChain.containerNo(tenant, 0) + "\" : \"T3001\"",
                        "\"gauge\" : 1520");
    }

    @Test
    void aTrainWithAParcelThatIsNotReleasedIsNotOrdered() {
        inTenant(() -> jdbc.sql("UPDATE declaration SET live = false WHERE parcel_id = ?")
                .param(chain.parcels().get(0))
                .update());
        var blockers = as(() -> port.order(chain.first()));
        assertThat(blockers).extracting(Blocker::rule).containsExactly("PARCEL-NOT-RELEASED");
        assertThat(as(port::orderAll)).isZero();
        assertThat(count("SELECT count(*) FROM outbox WHERE wire = 'rail'")).isZero();
        var shown = as(port::trains).stream()
                .filter(t -> t.trainId() == chain.first())
                .findFirst()
                .orElseThrow();
        assertThat(shown.ordered()).isFalse();
        assertThat(shown.blocked()).isEqualTo(blockers);
        inTenant(() -> jdbc.sql("UPDATE declaration SET live = true WHERE parcel_id = ?")
                .param(chain.parcels().get(0))
                .update());
        assertThat(as(port::orderAll)).isEqualTo(3);
    }

    @Test
    void aDepartureIsBookedOnlyWhenTheParcelsAreStillReleasedInThatTransaction() {
        orderAndSend();
        railwayUntil(LONG_AFTER);
        inTenant(() -> jdbc.sql("UPDATE declaration SET live = false WHERE parcel_id = ?")
                .param(chain.parcels().get(0))
                .update());
        as(port::collect);
        assertThat(count("SELECT count(*) FROM train_fact WHERE milestone = 'T090'"))
                .isZero();
        assertThat(as(port::findings)).extracting(RailFinding::rule).containsOnly("RAIL-DEPARTURE-BLOCKED");
        inTenant(() -> jdbc.sql("UPDATE declaration SET live = true WHERE parcel_id = ?")
                .param(chain.parcels().get(0))
                .update());
        as(port::collect);
        assertThat(count("SELECT count(*) FROM train_fact WHERE milestone = 'T090'"))
                .isEqualTo(3);
        assertThat(as(port::findings)).isEmpty();
    }

    @Test
    void theSecondTrainWaitsForBothSupervisionAndTransloadInWhateverOrderTheyAreTold() {
        assertThat(rules(as(() -> port.blockers(chain.second()))))
                .containsExactly("SUPERVISION-OPEN", "NOT-LIFTED-ON", "NOT-LIFTED-ON", "NOT-LIFTED-ON");
        orderAndSend();
        railwayUntil(LONG_AFTER);
        keepBack("T1001");
        as(port::collect);
        assertThat(count("SELECT count(*) FROM train_fact WHERE train_id = " + chain.second()
                        + " AND milestone = 'T090'"))
                .isZero();
        assertThat(count("SELECT count(*) FROM transload WHERE node = 'DST'")).isZero();
        assertThat(as(port::findings))
                .extracting(RailFinding::rule)
                .contains("RAIL-NOT-LIFTED-OFF", "RAIL-DEPARTURE-BLOCKED");
        assertThat(count("SELECT count(*) FROM port_blocker WHERE rule = 'SUPERVISION-OPEN'"))
                .isPositive();
        bringBack();
        as(port::collect);
        assertThat(count("SELECT count(*) FROM train_fact WHERE milestone = 'T090'"))
                .isEqualTo(3);
        assertThat(count("SELECT count(*) FROM transload")).isEqualTo(6);
        assertThat(as(port::findings)).isEmpty();
    }

    @Test
    void documentsInAnyOrderOneByOneAndTwiceGiveTheSameFacts() {
        orderAndSend();
        railwayUntil(LONG_AFTER);
        as(port::collect);
        var straight = facts();
        var documents = files("done");
        int other = tenants.create();
        var chainThere = Tenancy.as(other, () -> transaction.execute(t -> TrainChain.create(jdbc, tenant, 0, 0)));
        assertThat(chainThere).isNotNull();
        composeTrains();
        orderAndSend();
        railwayUntil(LONG_AFTER);
        var shuffled = new ArrayList<>(files("in"));
        assertThat(shuffled).hasSameSizeAs(documents);
        Collections.shuffle(shuffled, new Random(5));
        var aside = asideOf(shuffled);
        for (var document : aside) {
            copy(document, wirePath("in").resolve(document.getFileName()));
            as(port::collect);
            copy(document, wirePath("in").resolve(document.getFileName()));
            as(port::collect);
        }
        assertThat(facts()).isEqualTo(straight);
        assertThat(heard(TrainDeparted.class)).hasSize(3);
    }

    @Test
    void anotherSealThanOursStopsTheNextDeparture() {
        orderAndSend();
        railwayUntil(LONG_AFTER);
        rewrite("PS" + tenant + "-1", "FORGED9");
        as(port::collect);
        assertThat(count("SELECT count(*) FROM seal_break")).isPositive();
        assertThat(count("SELECT count(*) FROM train_fact WHERE milestone = 'T090'"))
                .isEqualTo(1);
        var second = as(port::trains).stream()
                .filter(t -> t.trainId() == chain.second())
                .findFirst()
                .orElseThrow();
        assertThat(second.departed()).isEmpty();
        assertThat(rules(second.blocked())).contains("SEAL-BROKEN");
        assertThat(second.blocked().toString()).contains("FORGED9", "PS" + tenant + "-1");
    }

    @Test
    void theBoardFollowsTheFivePrioritiesAndTheMapTheTrain() {
        orderAndSend();
        var railway = new Railway(root(), 7, RailConduct.asInLife());
        Optional<Instant> next = railway.deliver(NOW);
        boolean moved = false;
        boolean half = false;
        while (next.isPresent()
                && count("SELECT count(*) FROM train_fact WHERE train_id = " + chain.second()
                                + " AND milestone = 'T090'")
                        == 0) {
            clock.set(next.get());
            next = railway.deliver(next.get());
            as(port::collect);
            var here = as(port::positions).stream()
                    .filter(p -> p.trainId() == chain.first())
                    .findFirst();
            moved |= here.map(p -> p.moving() && p.lastNode().equals("AKL")).orElse(false);
            half |= state(YardPriority.PLACING) == PriorityState.State.DONE
                    && state(YardPriority.DEPARTURE) != PriorityState.State.DONE;
        }
        assertThat(moved).isTrue();
        assertThat(half).isTrue();
        for (var priority : YardPriority.values()) {
            assertThat(state(priority)).as(priority.name()).isEqualTo(PriorityState.State.DONE);
        }
        clock.set(clock.instant().plus(Duration.ofDays(3)));
        var second = as(port::positions).stream()
                .filter(p -> p.trainId() == chain.second())
                .findFirst()
                .orElseThrow();
        assertThat(second.moving()).isTrue();
        assertThat(second.share()).isBetween(0.45, 0.55);
    }

    @Test
    void thePlanSaysWhatParallelWorkGainsAndWhetherTheNextTrainCanBeReached() {
        var plan = as(() -> port.planPassage(chain.first()));
        assertThat(plan.station()).isEqualTo("dostyk");
        assertThat(plan.containers()).isEqualTo(3);
        var parallel = plan.parallel().orElseThrow();
        var serial = plan.serial().orElseThrow();
        assertThat(parallel.meanDwellHours()).isLessThan(serial.meanDwellHours());
        assertThat(parallel.readyP50()).isAfter(plan.arrival()).isBefore(parallel.readyP95());
        assertThat(plan.connections()).singleElement().satisfies(c -> {
            assertThat(c.trainNo()).isEqualTo(TrainChain.SECOND);
            assertThat(c.holds()).isEqualTo(!parallel.readyP95().isAfter(c.plannedDeparture()));
        });
        assertThat(as(() -> port.planPassage(chain.third())).parallel()).isEmpty();
        assertThat(as(() -> port.planPassage(chain.first()))).isEqualTo(plan);
    }

    @Test
    void brokenAndForeignDocumentsAreFindingsAndAStrangersTrainIsParked() {
        write("20261201T050000000Z_EPCIS_X.json", "{\"type\": \"EPCISDocument\", ");
        write("20261201T050001000Z_REFUSAL_T1.json", "{\"why\": \"wagon number 1\"}");
        write("20261201T050002000Z_EPCIS_Y.json", event("T090", "urn:tongdao:train:Z9", "Z9", "departing"));
        write("20261201T050003000Z_EPCIS_Z.json", event("T250", "urn:tongdao:train:Z9", "Z9", "accepting"));
        assertThat(as(port::collect)).isEqualTo(4);
        assertThat(as(port::findings))
                .extracting(RailFinding::rule)
                .containsExactlyInAnyOrder("EPCIS-JSON", "RAIL-REFUSED", "RAIL-UNKNOWN-TRAIN", "RAIL-UNEXPECTED");
    }

    @Test
    void aSecondTellingWithAnotherTimeIsAContradictionAndTheFirstStands() {
        orderAndSend();
        railwayUntil(Instant.parse("2026-12-02T10:00:00Z"));
        as(port::collect);
        var departed = count("SELECT extract(epoch FROM at)::bigint FROM train_fact WHERE milestone = 'T090'");
        write("20261202T100000000Z_EPCIS_A.json", event("T090", "urn:tongdao:train:T1001", "T1001", "departing"));
        as(port::collect);
        assertThat(as(port::findings)).extracting(RailFinding::rule).containsExactly("RAIL-CONTRADICTION");
        assertThat(count("SELECT extract(epoch FROM at)::bigint FROM train_fact WHERE milestone = 'T090'"))
                .isEqualTo(departed);
    }

    private <T> List<T> heard(Class<T> type) {
        return heard.stream(type).toList();
    }

    private PriorityState.State state(YardPriority priority) {
        return as(port::trains).stream()
                .filter(t -> t.trainId() == chain.first())
                .flatMap(t -> t.priorities().stream())
                .filter(p -> p.priority() == priority)
                .findFirst()
                .orElseThrow()
                .state();
    }

    private static String event(String milestone, String epc, String train, String step) {
        return """
                {"@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld", {"tongdao": "urn:tongdao:epcis:"}],
                 "type": "ObjectEvent", "eventID": "urn:tongdao:event:%1$s:%3$s:again", "eventTime": "2026-12-02T09:59:00Z",
                 "eventTimeZoneOffset": "+00:00", "epcList": ["%2$s"], "action": "OBSERVE", "bizStep": "%4$s",
                 "readPoint": {"id": "urn:tongdao:node:URC"}, "tongdao:milestone": "%1$s", "tongdao:train": "%3$s"}""".formatted(milestone, epc, train, step);
    }

    private void orderAndSend() {
        assertThat(as(port::orderAll)).isEqualTo(3);
        as(() -> wire.send("rail"));
    }

    private void railwayUntil(Instant end) {
        new Railway(root(), 7, RailConduct.asInLife()).deliver(end);
    }

    private List<String> facts() {
        return inTenant(() -> jdbc.sql("""
                        SELECT t.train_no || f.milestone || f.node || f.at::text AS fact FROM train_fact f JOIN train t ON t.tenant_id = f.tenant_id AND t.id = f.train_id
                        UNION ALL SELECT substr(c.seal_no, length(c.seal_no)) || x.node || x.at::text FROM transload x
                        JOIN container c ON c.tenant_id = x.tenant_id AND c.id = x.container_id ORDER BY 1""").query(String.class).list());
    }

    private Instant arrival(long train, String node) {
        return inTenant(
                () -> jdbc.sql("SELECT at FROM train_fact WHERE train_id = ? AND milestone = 'T180' AND node = ?")
                        .params(train, node)
                        .query((row, n) -> row.getTimestamp(1).toInstant())
                        .single());
    }

    private long count(String sql) {
        return inTenant(() -> jdbc.sql(sql).query(Long.class).single());
    }

    private static List<String> rules(List<Blocker> blockers) {
        return blockers.stream().map(Blocker::rule).toList();
    }

    private <T> T as(Supplier<T> work) {
        return Tenancy.as(tenant, work);
    }

    private <T> T inTenant(Supplier<T> work) {
        return as(() -> {
            var result = transaction.execute(t -> work.get());
            if (result == null) {
                throw new AssertionError("no result");
            }
            return result;
        });
    }

    private Path root() {
        var out = as(() -> wire.out("rail"));
        return parent(parent(out));
    }

    private static Path parent(Path path) {
        var parent = path.getParent();
        if (parent == null) {
            throw new AssertionError(path);
        }
        return parent;
    }

    private Path wirePath(String side) {
        return root().resolve("rail").resolve(side);
    }

    private List<Path> files(String side) {
        try (var files = Files.list(wirePath(side))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> asideOf(List<Path> documents) {
        try {
            var aside = Files.createDirectories(wirePath("aside"));
            var moved = new ArrayList<Path>();
            for (var document : documents) {
                moved.add(Files.move(document, aside.resolve(document.getFileName())));
            }
            return moved;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keepBack(String trainNo) {
        asideOf(files("in").stream()
                .filter(f -> f.toString().endsWith("_EPCIS_" + trainNo + ".json"))
                .toList());
    }

    private void bringBack() {
        files("aside").forEach(f -> copy(f, wirePath("in").resolve(f.getFileName())));
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void rewrite(String from, String to) {
        for (var file : files("in")) {
            var text = text(file);
            if (text.contains(from)) {
                write(file.getFileName().toString(), text.replace(from, to));
            }
        }
    }

    private void write(String name, String content) {
        try {
            as(() -> wire.in("rail"));
            Files.writeString(wirePath("in").resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

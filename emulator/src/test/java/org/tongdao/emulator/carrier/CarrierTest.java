package org.tongdao.emulator.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongdao.tracking.Action;
import org.tongdao.tracking.AggregationEvent;
import org.tongdao.tracking.EpcisEvent;
import org.tongdao.tracking.EpcisWriter;
import org.tongdao.tracking.Milestone;

class CarrierTest {

    private static final Instant SENT = Instant.parse("2026-12-01T04:00:00Z");
    private static final Instant LONG_AFTER = Instant.parse("2027-03-01T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    void everyParcelOfACalmCarrierIsReceivedShelvedPickedUpAndDeliveredInThatOrder() {
        var wire = new CarrierWire(folder);
        wire.handOver(SENT, "ALA", Handovers.parcels(200, "KZ", "WT"));
        var events = wire.run(CarrierConduct.calm(), LONG_AFTER);
        for (var parcel : Handovers.parcels(200, "KZ", "WT")) {
            assertThat(Handovers.milestones(events, parcel.no()))
                    .containsExactly(Milestone.T210, Milestone.T220, Milestone.T230, Milestone.T250);
        }
        assertThat(events.stream().filter(e -> e.milestone().equals(java.util.Optional.of(Milestone.T200))))
                .hasSize(1);
    }

    @Test
    void everyDocumentFitsTheEpcisSchema() throws IOException {
        var wire = new CarrierWire(folder);
        wire.handOver(SENT, "WAW", Handovers.parcels(300, "PL", "TEST-RETURN"));
        wire.run(CarrierConduct.asInLife(), LONG_AFTER);
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(EpcisWriter.class.getResourceAsStream("epcis-2.0.schema.json"));
        assertThat(wire.incoming()).isNotEmpty();
        for (var file : wire.incoming()) {
            assertThat(schema.validate(Files.readString(file), InputFormat.JSON))
                    .isEmpty();
        }
    }

    @Test
    void aCarrierStartedAnewAtEachStepSaysTheSameByteForByte() throws IOException {
        var steady = new CarrierWire(folder.resolve("a"));
        var restless = new CarrierWire(folder.resolve("b"));
        for (var wire : List.of(steady, restless)) {
            wire.handOver(SENT, "CPE", Handovers.parcels(150, "HU", "WT"));
        }
        steady.run(CarrierConduct.asInLife(), LONG_AFTER);
        for (var now = SENT; now.isBefore(LONG_AFTER); now = now.plusSeconds(36_000)) {
            new Carrier(restless.folder(), 7, CarrierConduct.asInLife()).deliver(now);
        }
        assertThat(contents(restless)).isEqualTo(contents(steady)).isNotEmpty();
    }

    @Test
    void anotherSeedTellsAnotherStory() throws IOException {
        var wire = new CarrierWire(folder.resolve("a"));
        var other = new CarrierWire(folder.resolve("b"));
        for (var w : List.of(wire, other)) {
            w.handOver(SENT, "ALA", Handovers.parcels(50, "KZ", "WT"));
        }
        new Carrier(wire.folder(), 1, CarrierConduct.asInLife()).deliver(LONG_AFTER);
        new Carrier(other.folder(), 2, CarrierConduct.asInLife()).deliver(LONG_AFTER);
        assertThat(contents(wire)).isNotEqualTo(contents(other));
    }

    @Test
    void inLifeAFewAreDamagedMissingOrReturnedAndAllOthersDelivered() {
        var wire = new CarrierWire(folder);
        var parcels = Handovers.parcels(5000, "KZ", "WT");
        wire.handOver(SENT, "ALA", parcels);
        var events = wire.run(CarrierConduct.asInLife(), LONG_AFTER);
        long delivered = Handovers.count(events, Milestone.T250);
        long returned = Handovers.count(events, Milestone.T900);
        long missing = Handovers.discrepancies(events, "short");
        assertThat(delivered + returned + missing).isEqualTo(5000);
        assertThat(missing).isBetween(1L, 15L);
        assertThat(Handovers.discrepancies(events, "damaged")).isBetween(3L, 25L);
        assertThat(Handovers.count(events, Milestone.T240)).isBetween(200L, 500L);
        assertThat(returned).isBetween(25L, 150L);
    }

    @Test
    void whatUnpackingFindsIsTheListMinusTheMissingPlusTheStrangers() {
        var wire = new CarrierWire(folder);
        wire.handOver(SENT, "ALA", Handovers.parcels(5000, "KZ", "WT"));
        var events = wire.run(CarrierConduct.asInLife(), LONG_AFTER);
        long found = events.stream()
                .filter(e -> e instanceof AggregationEvent && e.action() == Action.DELETE)
                .mapToLong(e -> e.epcs().size())
                .sum();
        assertThat(found)
                .isEqualTo(5000 - Handovers.discrepancies(events, "short") + Handovers.discrepancies(events, "over"));
    }

    @Test
    void testWordsInTheOrderNumberChooseTheEnd() {
        assertThat(ends("TEST-FAIL")).containsExactly(Milestone.T240, Milestone.T250);
        assertThat(ends("TEST-RETURN")).containsExactly(Milestone.T240, Milestone.T240, Milestone.T900);
        assertThat(ends("TEST-DAMAGED")).containsExactly(Milestone.T900);
        assertThat(ends("TEST-MISSING")).isEmpty();
        assertThat(ends("TEST-OK")).containsExactly(Milestone.T250);
    }

    @Test
    void theWarehouseWorksByDayAndTheDoorOpensByDay() {
        var wire = new CarrierWire(folder);
        wire.handOver(SENT, "WAW", Handovers.parcels(400, "PL", "WT"));
        for (var event : wire.run(CarrierConduct.asInLife(), LONG_AFTER)) {
            int hour = event.at().atZone(ZoneId.of("Europe/Warsaw")).getHour();
            assertThat(hour).as(event.context().eventId()).isBetween(6, 22);
        }
    }

    @Test
    void aHandoverThatCannotBeReadIsRefusedWithTheReason() throws IOException {
        var wire = new CarrierWire(folder);
        wire.send(
                SENT,
                "bad",
                "{\"container\":\"XXXX\",\"seal\":\"1\",\"hub\":\"ALA\",\"arrivedAt\":\"2026-12-01T00:00:00Z\",\"bags\":[]}");
        wire.send(SENT, "worse", "no json");
        wire.run(CarrierConduct.calm(), LONG_AFTER);
        var said = new TreeMap<String, String>();
        for (var file : wire.incoming()) {
            said.put(file.getFileName().toString(), Files.readString(file));
        }
        assertThat(said).hasSize(2);
        assertThat(said.get("20261201T050000000Z_REFUSAL_bad.json")).contains("container number XXXX");
    }

    private List<Milestone> ends(String word) {
        var wire = new CarrierWire(folder.resolve(word));
        var parcels = Handovers.parcels(1, "KZ", word);
        wire.handOver(SENT, "ALA", parcels);
        var events = wire.run(CarrierConduct.asInLife(), LONG_AFTER);
        return Handovers.milestones(events, parcels.get(0).no()).stream()
                .filter(m -> m.compareTo(Milestone.T230) > 0)
                .toList();
    }

    private static Map<String, String> contents(CarrierWire wire) throws IOException {
        return wire.incoming().stream()
                .collect(Collectors.toMap(f -> f.getFileName().toString(), CarrierTest::text));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static List<EpcisEvent> sorted(List<EpcisEvent> events) {
        return events.stream().sorted(EpcisEvent.IN_TIME).toList();
    }
}

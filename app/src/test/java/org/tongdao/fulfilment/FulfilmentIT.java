package org.tongdao.fulfilment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.emulator.carrier.Carrier;
import org.tongdao.emulator.carrier.CarrierConduct;
import org.tongdao.platform.FolderWire;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.OnDatabase;
import org.tongdao.platform.Tenancy;
import org.tongdao.platform.WorldClock;
import org.tongdao.terms.S10;

@OnDatabase
class FulfilmentIT {

    private static final Instant NOW = Instant.parse("2026-12-01T04:00:00Z");
    private static final Instant LONG_AFTER = Instant.parse("2027-03-01T00:00:00Z");
    private static final String ENDS = "SELECT count(*) FROM parcel_fact WHERE milestone IN ('T250', 'T900')";

    @Autowired
    Fulfilment fulfilment;

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

    private int tenant;

    @BeforeEach
    void stopTheClock() {
        tenant = tenants.create();
        clock.set(NOW);
    }

    @AfterEach
    void releaseTheClock() {
        clock.release();
    }

    @Test
    void anArrivedContainerIsAnnouncedOnceAndOneOnItsWayIsNot() {
        inTenant(() -> ArrivedContainer.create(jdbc, tenant, 3));
        assertThat(as(fulfilment::handOver)).isEqualTo(1);
        assertThat(as(fulfilment::handOver)).isZero();
        as(() -> wire.send("carrier"));
        var announcement = text(files("out").get(0));
        assertThat(announcement).contains("\"hub\":\"ALA\"", "\"city\":\"Almaty\"", "\"order\":\"O2\"");
        assertThat(announcement).doesNotContain("consignee", "+7");
        int other = tenants.create();
        Tenancy.run(other, () -> transaction.executeWithoutResult(t -> ArrivedContainer.onItsWay(jdbc, other, 1)));
        assertThat(Tenancy.as(other, fulfilment::handOver)).isZero();
    }

    @Test
    void everyParcelOfACalmCarrierIsDelivered() {
        inTenant(() -> ArrivedContainer.create(jdbc, tenant, 60));
        announceAndAnswer(CarrierConduct.calm());
        assertThat(as(fulfilment::collect)).isPositive();
        assertThat(count(ENDS)).isEqualTo(60);
        var container = as(fulfilment::containers).get(0);
        assertThat(container.count()).isEqualTo(new OverseasContainer.Count(60, 60, 0, 0, 60, 0));
        assertThat(container.count().open()).isZero();
        assertThat(as(fulfilment::findings)).isEmpty();
    }

    @Test
    void documentsInAnyOrderAndTwiceEndInTheSameState() {
        inTenant(() -> ArrivedContainer.create(jdbc, tenant, 200));
        announceAndAnswer(new CarrierConduct(new CarrierConduct.Loss(0.03, 0.03, 0.3), 3, 0.5, Duration.ofHours(1)));
        var documents =
                files("in").stream().map(f -> f.getFileName().toString()).toList();
        var contents = files("in").stream().map(FulfilmentIT::text).toList();
        as(fulfilment::collect);
        var once = digest();
        var shuffled = new java.util.ArrayList<>(documents);
        Collections.shuffle(shuffled, new Random(3));
        for (int i = 0; i < documents.size(); i++) {
            FolderWire.writeWhole(
                    wirePath("in").resolve("2027" + shuffled.get(i).substring(4)),
                    contents.get(documents.indexOf(shuffled.get(i))).getBytes(UTF_8));
        }
        assertThat(as(fulfilment::collect)).isEqualTo(documents.size());
        assertThat(digest()).isEqualTo(once);
        assertThat(as(fulfilment::findings)).isEmpty();
    }

    @Test
    void unpackingBalancesListAndFindsWhatTheWarehouseReports() {
        inTenant(() -> ArrivedContainer.create(jdbc, tenant, 400));
        announceAndAnswer(new CarrierConduct(new CarrierConduct.Loss(0.03, 0.03, 0.3), 3, 0.5, Duration.ofHours(1)));
        as(fulfilment::collect);
        var count = as(fulfilment::containers).get(0).count();
        assertThat(count.found()).isEqualTo(count.listed() - count.missing() + count.over());
        assertThat(count.open()).isZero();
        var discrepancies = as(fulfilment::discrepancies);
        assertThat(discrepancies).extracting(Discrepancy::kind).contains("damaged", "short", "over");
        assertThat(discrepancies.stream().filter(d -> !d.kind().equals("damaged")))
                .allMatch(d -> d.counted() && d.reported());
        assertThat(discrepancies.stream().filter(d -> d.kind().equals("over"))).noneMatch(Discrepancy::ours);
    }

    @Test
    void aReturnedParcelOpensACaseWithTheLastDutyFreeDay() {
        inTenant(() -> ArrivedContainer.create(jdbc, tenant, 40));
        announceAndAnswer(new CarrierConduct(new CarrierConduct.Loss(0, 0, 0), 100, 1, Duration.ofHours(1)));
        as(fulfilment::collect);
        var cases = as(fulfilment::returnCases);
        assertThat(cases).hasSize(40);
        // released on 2026-11-20 at 18:00 UTC, which is the 21st in Beijing
        assertThat(cases.get(0).dutyFreeUntil()).contains(LocalDate.of(2027, 5, 21));
        assertThat(cases.get(0).rule()).isEqualTo("MOF-2026-16");
    }

    @Test
    void anEventAboutAnUnknownParcelIsParkedAndAppliedWhenTheParcelAppears() {
        var no = S10.of("LF", tenant * 10_000L, "CN").value();
        deliver("20261205T080000000Z_EPCIS_x.json", document(event("T250", no, "2026-12-05T07:00:00Z")));
        assertThat(as(fulfilment::collect)).isEqualTo(1);
        assertThat(as(fulfilment::findings)).extracting(CarrierFinding::rule).containsExactly("CARRIER-UNKNOWN");
        inTenant(() -> ArrivedContainer.create(jdbc, tenant, 1));
        as(fulfilment::collect);
        assertThat(count(ENDS)).isEqualTo(1);
        assertThat(as(fulfilment::findings)).isEmpty();
    }

    @Test
    void aSecondEndOfAParcelIsAFindingAndTheFirstStands() {
        var parcel = inTenant(() -> ArrivedContainer.create(jdbc, tenant, 1))
                .parcelNos()
                .get(0);
        deliver("20261205T080000000Z_EPCIS_x.json", document(event("T250", parcel, "2026-12-05T07:00:00Z")));
        deliver("20261206T080000000Z_EPCIS_y.json", document(event("T900", parcel, "2026-12-06T07:00:00Z")));
        as(fulfilment::collect);
        assertThat(as(fulfilment::findings)).extracting(CarrierFinding::rule).containsExactly("CARRIER-CONTRADICTION");
        assertThat(count(ENDS + " AND milestone = 'T250'")).isEqualTo(1);
        assertThat(as(fulfilment::returnCases)).isEmpty();
    }

    @Test
    void badDocumentsBecomeFindingsAndGoodEventsBesideThemGoOn() {
        var parcel = inTenant(() -> ArrivedContainer.create(jdbc, tenant, 1))
                .parcelNos()
                .get(0);
        deliver("20261205T080000000Z_EPCIS_a.json", "{ this is not JSON");
        deliver(
                "20261205T080000000Z_EPCIS_b.json",
                document("{\"type\":\"ObjectEvent\"}," + event("T250", parcel, "2026-12-05T07:00:00Z")));
        deliver("20261205T080000000Z_EPCIS_c.json", document(event("T100", parcel, "2026-12-05T07:00:00Z")));
        deliver("20261205T080000000Z_REFUSAL_d.json", "{\"document\":\"x\",\"why\":\"seal\"}");
        assertThat(as(fulfilment::collect)).isEqualTo(4);
        assertThat(as(fulfilment::findings))
                .extracting(CarrierFinding::rule)
                .contains("EPCIS-JSON", "EPCIS-MISSING", "CARRIER-UNEXPECTED", "CARRIER-REFUSED");
        assertThat(count(ENDS)).isEqualTo(1);
    }

    private void announceAndAnswer(CarrierConduct conduct) {
        as(fulfilment::handOver);
        as(() -> wire.send("carrier"));
        new Carrier(as(wire::root), 7, conduct).deliver(LONG_AFTER);
    }

    private void deliver(String name, String content) {
        FolderWire.writeWhole(wirePath("in").resolve(name), content.getBytes(UTF_8));
    }

    private static String event(String milestone, String parcelNo, String at) {
        return "{\"type\":\"ObjectEvent\",\"eventID\":\"urn:tongdao:event:" + milestone + ":" + parcelNo
                + "\",\"eventTime\":\"" + at + "\",\"eventTimeZoneOffset\":\"+05:00\",\"epcList\":[\"urn:tongdao:s10:"
                + parcelNo + "\"],\"action\":\"OBSERVE\",\"bizStep\":\"accepting\",\"tongdao:milestone\":\"" + milestone
                + "\",\"readPoint\":{\"id\":\"urn:tongdao:node:ALA\"}}";
    }

    private static String document(String events) {
        return "{\"@context\":[],\"type\":\"EPCISDocument\",\"schemaVersion\":\"2.0\",\"creationDate\":\"2026-12-05T08:00:00Z\","
                + "\"epcisBody\":{\"eventList\":[" + events + "]}}";
    }

    private List<String> digest() {
        return as(() -> transaction.execute(
                t -> jdbc.sql("SELECT parcel_id || milestone || attempt || node || at || detail FROM parcel_fact"
                                + " UNION ALL SELECT parcel_no || kind || source || at FROM discrepancy"
                                + " UNION ALL SELECT bag_id || ' ' || found || ' ' || unpacked_at FROM bag_unpacking"
                                + " UNION ALL SELECT parcel_id || cause || duty_free_until FROM return_case ORDER BY 1")
                        .query(String.class)
                        .list()));
    }

    private long count(String sql) {
        return as(() -> transaction.execute(t -> jdbc.sql(sql).query(Long.class).single()));
    }

    private <T> T inTenant(Supplier<T> work) {
        return as(() -> transaction.execute(t -> work.get()));
    }

    private <T> T as(Supplier<T> work) {
        return Tenancy.as(tenant, work);
    }

    private Path wirePath(String side) {
        return as(() -> side.equals("in") ? wire.in("carrier") : wire.out("carrier"));
    }

    private List<Path> files(String side) {
        try (var files = Files.list(wirePath(side))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

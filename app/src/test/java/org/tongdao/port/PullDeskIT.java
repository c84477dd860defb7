package org.tongdao.port;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.declaration.Declarations;
import org.tongdao.journey.InvariantAudit;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.OnDatabase;
import org.tongdao.platform.Tenancy;
import org.tongdao.platform.WorldClock;
import org.tongdao.terms.Finding;

/** Acceptance test 6: one parcel out of container 7 of a train, and everything that names it is right within that act. */
@OnDatabase
class PullDeskIT {

    private static final Instant NOW = Instant.parse("2026-12-01T04:00:00Z");
    private static final String SEAL = "INSP-0001";

    @Autowired
    PullDesk desk;

    @Autowired
    Port port;

    @Autowired
    Declarations declarations;

    @Autowired
    InvariantAudit audit;

    @Autowired
    FreshTenant tenants;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    WorldClock clock;

    private int tenant;
    private TrainChain chain = new TrainChain(0, 0, 0, List.of(), List.of());

    @BeforeEach
    void sevenContainersBoundToTheirTrain() {
        tenant = tenants.create();
        clock.set(NOW);
        chain = inTenant(() -> TrainChain.create(jdbc, tenant, 7, 2));
        assertThat(as(() -> declarations.bind(chain.first()))).isEqualTo(7);
        clock.set(NOW.plusSeconds(3600));
    }

    @AfterEach
    void releaseTheClock() {
        clock.release();
    }

    @Test
    void everythingThatNamesTheParcelIsRightWithinOneAct() {
        long train = number("SELECT gross_g FROM train WHERE train_no = 'T1001'");
        var answer = pull(parcelNo(12), SEAL);
        assertThat(answer.findings()).isEmpty();

        assertThat(text("SELECT parcels || '/' || gross_g FROM container WHERE container_no = '" + box(6) + "'"))
                .isEqualTo("1/3900500");
        assertThat(number("SELECT gross_g FROM train WHERE train_no = 'T1001'")).isEqualTo(train - 500);
        assertThat(number("SELECT count(*) FROM manifest_amendment WHERE amendment_no = 1 AND gross_g = "
                        + (train - 500)))
                .as("numbered on each of the three trains that carry the container")
                .isEqualTo(3);
        assertThat(text(
                        "SELECT s.seal_no FROM active_seal s JOIN container c ON c.id = container_id WHERE container_no = '"
                                + box(6) + "'"))
                .isEqualTo(SEAL);
        assertThat(text(
                        "SELECT b.parcels || '/' || b.gross_g || '/' || (b.held_at IS NOT NULL) FROM bag_parcel bp JOIN bag b ON b.id = bp.bag_id WHERE bp.parcel_id = "
                                + chain.parcels().get(12)))
                .isEqualTo("1/500/true");
        var binding = lastBinding();
        assertThat(binding).contains("<ceb:appType>2</ceb:appType>", "BPS" + tenant + "-6", parcelNo(13));
        assertThat(binding).doesNotContain(parcelNo(12));
        assertThat(broken()).isEmpty();
        assertThat(as(() -> desk.open())).singleElement().satisfies(p -> {
            assertThat(p.parcelNo()).isEqualTo(parcelNo(12));
            assertThat(p.amendmentNo()).isEqualTo(1);
            assertThat(p.seal()).isEqualTo(SEAL);
        });
        assertThat(as(() -> port.order(chain.first()))).isEmpty();
    }

    @Test
    void aParcelThatGoesBackRestoresTheManifestUnderANewSeal() {
        var before = text(
                "SELECT container_manifest_sha256(tenant_id, id) FROM container WHERE container_no = '" + box(6) + "'");
        long pull = pull(parcelNo(12), SEAL).pullId();
        assertThat(rules(end(pull, PullEnd.Outcome.RELOADED, SEAL))).containsExactly("PULL-SEAL");
        assertThat(end(pull, PullEnd.Outcome.RELOADED, "INSP-0002").findings()).isEmpty();
        assertThat(text("SELECT container_manifest_sha256(tenant_id, id) FROM container WHERE container_no = '" + box(6)
                        + "'"))
                .isEqualTo(before);
        assertThat(number("SELECT count(*) FROM bag WHERE held_at IS NOT NULL")).isZero();
        assertThat(lastBinding()).contains(parcelNo(12), parcelNo(13));
        assertThat(rules(end(pull, PullEnd.Outcome.DISPOSED, ""))).containsExactly("PULL-ENDED");
        assertThat(broken()).isEmpty();
    }

    @Test
    void aBagWithOneParcelComesOutWhole() {
        pull(parcelNo(12), SEAL);
        inTenant(() -> jdbc.sql("""
                        WITH moved AS (UPDATE container_bag SET container_id = :to, sequence = 2 WHERE container_id = :from RETURNING bag_id)
                        UPDATE bag SET piece = true WHERE id IN (SELECT bag_id FROM moved)""")
                .param("from", chain.containers().get(6))
                .param("to", chain.containers().get(5))
                .update());
        inTenant(() -> jdbc.sql("UPDATE container SET bags = 2, parcels = 3, gross_g = gross_g + 500 WHERE id = ?")
                .param(chain.containers().get(5))
                .update());
        long pull = as(() -> desk.pull(new PullOrder("T1001", box(5), parcelNo(13), "INSP-0003", "x-ray", "ming")))
                .pullId();
        assertThat(number("SELECT bags FROM container WHERE id = "
                        + chain.containers().get(5)))
                .isEqualTo(1);
        assertThat(end(pull, PullEnd.Outcome.RELOADED, "INSP-0004").findings()).isEmpty();
        assertThat(number(
                        "SELECT sequence FROM container_bag cb JOIN bag_parcel bp ON bp.bag_id = cb.bag_id WHERE bp.parcel_id = "
                                + chain.parcels().get(13)))
                .isEqualTo(2);
    }

    @Test
    void aDisposedParcelStaysWithTheInspectorsAndIsNotBaggedAgain() {
        long pull = pull(parcelNo(12), SEAL).pullId();
        assertThat(end(pull, PullEnd.Outcome.DISPOSED, "").findings()).isEmpty();
        assertThat(broken()).isEmpty();
        assertThat(as(() -> desk.open())).isEmpty();
        assertThat(as(() -> desk.pulls(chain.first())).get(0).outcome()).contains(PullEnd.Outcome.DISPOSED);
    }

    @Test
    void aParcelThatIsSentBackHasItsReturnCaseAndItsEventsWithinTheSameAct() {
        long pull = pull(parcelNo(12), SEAL).pullId();
        assertThat(events(parcelNo(12))).containsExactly("holding/reserved");
        assertThat(end(pull, PullEnd.Outcome.RETURNED, "").findings()).isEmpty();
        assertThat(text("SELECT cause FROM return_case WHERE parcel_id = "
                        + chain.parcels().get(12)))
                .isEqualTo("nothing found");
        assertThat(text("SELECT milestone || ' ' || node FROM parcel_fact WHERE parcel_id = "
                        + chain.parcels().get(12)))
                .isEqualTo("T900 URC");
        assertThat(events(parcelNo(12))).hasSize(2).last().asString().startsWith("shipping/");
        assertThat(broken()).isEmpty();
        assertThat(brokenAfter("DELETE FROM return_case")).anyMatch(name -> name.startsWith("I-03"));
    }

    @Test
    void aParcelGoesOnInAContainerOfAnotherTrainAndEverythingThatNamesItIsRight() {
        laterTrain(5);
        long pull = pull(parcelNo(12), SEAL).pullId();
        long train = number("SELECT gross_g FROM train WHERE train_no = 'T1009'");
        assertThat(end(pull, forward(box(5), "INSP-0005")).findings()).isEmpty();
        assertThat(text("SELECT bags || '/' || parcels || '/' || gross_g FROM container WHERE container_no = '" + box(5)
                        + "'"))
                .isEqualTo("2/3/3901500");
        assertThat(number("SELECT gross_g FROM train WHERE train_no = 'T1009'")).isEqualTo(train + 500);
        assertThat(text(
                        "SELECT s.seal_no FROM active_seal s JOIN container c ON c.id = container_id WHERE container_no = '"
                                + box(5) + "'"))
                .isEqualTo("INSP-0005");
        assertThat(number("SELECT count(*) FROM manifest_amendment WHERE amendment_no = 2"))
                .as("the second one on each of the two trains that carry both containers")
                .isEqualTo(2);
        assertThat(
                        number(
                                "SELECT amendment_no FROM manifest_amendment m JOIN train t ON t.id = m.train_id WHERE t.train_no = 'T1009'"))
                .isEqualTo(1);
        assertThat(lastBinding()).contains("BPS" + tenant + "-5", parcelNo(12), parcelNo(10));
        assertThat(number("SELECT count(*) FROM bag WHERE held_at IS NOT NULL")).isZero();
        assertThat(events(parcelNo(12))).containsExactly("holding/reserved", "inspecting/conformant");
        assertThat(broken()).isEmpty();
        assertThat(brokenAfter("UPDATE container_bag SET container_id = "
                        + chain.containers().get(3)
                        + ", sequence = 9 WHERE bag_id = (SELECT bag_id FROM bag_parcel WHERE parcel_id = "
                        + chain.parcels().get(12) + ")"))
                .anyMatch(name -> name.startsWith("I-04"));
    }

    @Test
    void aContainerThatCannotTakeThePulledParcelIsSaid() {
        long later = laterTrain(3, 4, 5);
        long pull = pull(parcelNo(12), SEAL).pullId();
        assertThat(rules(end(pull, onto("T1001", box(6), "INSP-0005"))))
                .containsExactly("PULL-SAME-TRAIN", "PULL-SAME-CONTAINER");
        assertThat(rules(end(pull, onto("T1001", box(2), "INSP-0005")))).containsExactly("PULL-SAME-TRAIN");
        assertThat(rules(end(pull, forward("TDGU0000000", SEAL)))).containsExactly("PULL-SEAL", "PULL-NOT-ON-TRAIN");
        inTenant(() -> jdbc.sql("UPDATE container SET hub = 'CPE' WHERE container_no = ?")
                .param(box(5))
                .update());
        assertThat(rules(end(pull, forward(box(5), "INSP-0005")))).containsExactly("PULL-OTHER-WAY");
        inTenant(() -> jdbc.sql("UPDATE container_bag SET x_mm = 12032 WHERE container_id = ?")
                .param(chain.containers().get(4))
                .update());
        assertThat(rules(end(pull, forward(box(4), "INSP-0005")))).containsExactly("PULL-FULL");
        told(later, "T090", "URC", NOW.plusSeconds(60));
        assertThat(rules(end(pull, forward(box(3), "INSP-0005")))).containsExactly("PULL-ELSEWHERE");
        assertThat(as(() -> desk.open())).hasSize(1);
    }

    @Test
    void aContainerIsFilledUpToItsOwnPlate() {
        laterTrain(3, 4, 5);
        long pull = pull(parcelNo(12), SEAL).pullId();
        weighs(5, "45PWHC", 33_999_600);
        assertThat(rules(end(pull, forward(box(5), "INSP-0005"))))
                .as("500 g more are 34,000,100 g")
                .containsExactly("PULL-FULL");
        weighs(4, "1CC(GOST)", 23_999_501);
        assertThat(rules(end(pull, forward(box(4), "INSP-0005")))).containsExactly("PULL-FULL");
        weighs(3, "53XX", 5_000_000);
        assertThat(rules(end(pull, forward(box(3), "INSP-0005")))).contains("PULL-TYPE");
        weighs(4, "1CC(GOST)", 23_999_500);
        assertThat(end(pull, forward(box(4), "INSP-0005")).findings()).isEmpty();
    }

    private void weighs(int box, String type, long grossG) {
        inTenant(() -> jdbc.sql("UPDATE container SET type_code = ?, gross_g = ? WHERE container_no = ?")
                .params(type, grossG, box(box))
                .update());
    }

    @Test
    void whatCannotBePulledIsAFindingAndChangesNothing() {
        var before = text("SELECT string_agg(gross_g::text, ',' ORDER BY id) FROM container");
        assertThat(rules(as(() -> desk.pull(new PullOrder("T9", box(6), parcelNo(12), SEAL, "x", "ming")))))
                .containsExactly("PULL-NOT-ON-TRAIN");
        assertThat(rules(pull(parcelNo(0), "seal 1"))).containsExactly("PULL-NOT-IN-CONTAINER", "PULL-SEAL");
        assertThat(rules(as(() ->
                        desk.pull(new PullOrder("T1001", box(6), parcelNo(12), "PS" + tenant + "-1", " ", "ming")))))
                .containsExactly("PULL-REASON", "PULL-SEAL");
        told(chain.first(), "T090", "URC", NOW.plusSeconds(60));
        assertThat(rules(pull(parcelNo(12), SEAL))).containsExactly("PULL-UNDER-WAY");
        told(chain.first(), "T180", "DST", NOW.plusSeconds(120));
        told(chain.second(), "T090", "DST", NOW.plusSeconds(180));
        assertThat(rules(pull(parcelNo(12), SEAL))).containsExactly("PULL-GONE");
        assertThat(text("SELECT string_agg(gross_g::text, ',' ORDER BY id) FROM container"))
                .isEqualTo(before);
        assertThat(number("SELECT count(*) FROM customs_document WHERE type = 'CEB607'"))
                .isEqualTo(7);
    }

    @Test
    void theLastParcelOfAContainerIsNotPulled() {
        pull(parcelNo(12), SEAL);
        assertThat(rules(pull(parcelNo(13), "INSP-0009"))).containsExactly("PULL-LAST-PARCEL");
    }

    @Test
    void eachAuditOfThePullSpeaksUpWhenItsThingIsBent() {
        pull(parcelNo(12), SEAL);
        var bent = Map.of(
                "UPDATE bag SET held_at = NULL WHERE held_at IS NOT NULL",
                "I-04",
                "UPDATE bag_parcel SET bag_id = (SELECT bag_id FROM container_bag WHERE container_id = "
                        + chain.containers().get(0) + ") WHERE parcel_id = "
                        + chain.parcels().get(13),
                "I-16",
                "INSERT INTO container_seal SELECT tenant_id, id, 'X999', 2, now(), 'x' FROM container WHERE id = "
                        + chain.containers().get(0),
                "I-20",
                "INSERT INTO container_seal SELECT tenant_id, id, seal_no, 2, now(), 'x' FROM container WHERE id = "
                        + chain.containers().get(0),
                "I-20",
                "INSERT INTO container_amendment SELECT tenant_id, container_id, 2, pull_id, 0, 1, 0, 'a', sha256_after, at + interval '1 s' FROM container_amendment",
                "I-16");
        bent.forEach(
                (sql, invariant) -> assertThat(brokenAfter(sql)).as(sql).anyMatch(name -> name.startsWith(invariant)));
    }

    private PullAnswer pull(String parcelNo, String seal) {
        return as(() -> desk.pull(new PullOrder("T1001", box(6), parcelNo, seal, "drug detection dog", "ming")));
    }

    private PullAnswer end(long pull, java.util.function.LongFunction<PullEnd> how) {
        return as(() -> desk.end(how.apply(pull)));
    }

    private long laterTrain(Integer... boxes) {
        var ids = List.of(boxes).stream().map(chain.containers()::get).toList();
        return inTenant(() -> chain.later(jdbc, ids));
    }

    private static java.util.function.LongFunction<PullEnd> forward(String container, String seal) {
        return onto("T1009", container, seal);
    }

    private static java.util.function.LongFunction<PullEnd> onto(String train, String container, String seal) {
        return pull -> new PullEnd(
                pull,
                PullEnd.Outcome.FORWARDED,
                seal,
                "cleared after its train had gone",
                "ming",
                new PullEnd.Onto(train, container));
    }

    /** What the event log says of the parcel, beside its milestones before. */
    private List<String> events(String parcelNo) {
        return inTenant(() -> jdbc.sql("""
                        SELECT e.biz_step || '/' || e.disposition FROM epcis_event e JOIN epcis_epc x ON x.tenant_id = e.tenant_id AND x.event = e.id
                        WHERE x.epc LIKE '%' || ? ORDER BY e.id""").param(parcelNo).query(String.class).list());
    }

    private PullAnswer end(long pull, PullEnd.Outcome outcome, String seal) {
        return as(() -> desk.end(new PullEnd(pull, outcome, seal, "nothing found", "ming")));
    }

    private static List<String> rules(PullAnswer answer) {
        return answer.findings().stream().map(Finding::rule).toList();
    }

    private List<String> broken() {
        return broken(as(() -> audit.report().violations()));
    }

    /** Those that the seven containers are written for; their orders have no file and their legs no times. */
    private static List<String> broken(Map<String, Long> violations) {
        var all = new LinkedHashMap<>(violations);
        all.values().removeIf(count -> count == 0);
        return all.keySet().stream()
                .filter(name -> !name.startsWith("I-01") && !name.startsWith("I-21"))
                .toList();
    }

    private List<String> brokenAfter(String sql) {
        return as(() -> transaction.execute(t -> {
            t.setRollbackOnly();
            jdbc.sql(sql).update();
            return broken(audit.report().violations());
        }));
    }

    private void told(long train, String milestone, String node, Instant at) {
        inTenant(() -> jdbc.sql("INSERT INTO train_fact VALUES (current_tenant(), ?, ?, ?, ?)")
                .params(train, milestone, node, Timestamp.from(at))
                .update());
    }

    private String lastBinding() {
        return new String(inTenant(() -> jdbc.sql("""
                        SELECT o.payload FROM outbox o JOIN customs_message m ON m.tenant_id = o.tenant_id AND m.message_key = o.message_key
                        WHERE m.type = 'CEB607' ORDER BY o.id DESC LIMIT 1""").query(byte[].class).single()), UTF_8);
    }

    private String box(int n) {
        return TrainChain.containerNo(tenant, n);
    }

    private String parcelNo(int n) {
        return text("SELECT parcel_no FROM parcel WHERE id = " + chain.parcels().get(n));
    }

    private long number(String sql) {
        return inTenant(() -> jdbc.sql(sql).query(Long.class).single());
    }

    private String text(String sql) {
        return inTenant(() -> jdbc.sql(sql).query(String.class).single());
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
}

package org.tongdao.visibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongdao.tree.TreeStory.day;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.consolidation.UnitSealed;
import org.tongdao.declaration.ClearanceGranted;
import org.tongdao.declaration.ClearanceHeld;
import org.tongdao.fulfilment.ContainersReceived;
import org.tongdao.fulfilment.ParcelsMoved;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.OnDatabase;
import org.tongdao.platform.Tenancy;
import org.tongdao.platform.WorldClock;
import org.tongdao.port.TrainArrived;
import org.tongdao.port.TrainDeparted;
import org.tongdao.port.TrainTransloaded;
import org.tongdao.terms.Finding;
import org.tongdao.terms.S10;
import org.tongdao.tracking.Delivery;
import org.tongdao.tracking.DeliveryStatus;
import org.tongdao.tracking.Epc;
import org.tongdao.tracking.EpcisEvent;
import org.tongdao.tracking.EpcisReader;
import org.tongdao.tracking.EventLog;
import org.tongdao.tracking.Milestone;
import org.tongdao.tracking.Outlook;
import org.tongdao.tracking.TimelineEntry;
import org.tongdao.tracking.TimelineEntry.Certainty;
import org.tongdao.tracking.Tracker;
import org.tongdao.tree.TreeStory;
import org.tongdao.tree.TreeStory.Told;

@OnDatabase
class VisibilityIT {

    @Autowired
    Visibility visibility;

    @Autowired
    Facts facts;

    @Autowired
    TreeStory story;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    FreshTenant tenants;

    @Autowired
    WorldClock clock;

    @TempDir
    Path folder;

    private int tenant;

    @BeforeEach
    void newTenant() {
        tenant = tenants.create();
        clock.set(day(30));
    }

    @AfterEach
    void wallClock() {
        clock.release();
    }

    @Test
    void wholeLifeOfAParcelIsTold() {
        Told told = as(() -> story.whole(3));
        catchUp();
        Delivery delivery = timeline(told.numbers().get(1));
        assertThat(delivery.status()).isEqualTo(DeliveryStatus.DELIVERED);
        assertThat(delivery.findings()).isEmpty();
        assertThat(delivery.timeline())
                .extracting(TimelineEntry::milestone)
                .containsExactly(
                        Milestone.T010,
                        Milestone.T040,
                        Milestone.T050,
                        Milestone.T060,
                        Milestone.T070,
                        Milestone.T080,
                        Milestone.T090,
                        Milestone.T100,
                        Milestone.T130,
                        Milestone.T140,
                        Milestone.T150,
                        Milestone.T160,
                        Milestone.T080,
                        Milestone.T090,
                        Milestone.T200,
                        Milestone.T210,
                        Milestone.T230,
                        Milestone.T250);
        assertThat(delivery.since()).contains(day(9));
    }

    @Test
    void onTheTrainItSaysWhereItLiesAndWhenItIsExpected() {
        clock.set(day(3.7));
        Told told = as(() -> {
            Told t = story.accepted(2);
            story.cleared(t.parcels(), 0.2);
            t = story.planned(story.sealed(t));
            story.trainFact(t.first(), "T090", "URC", 3.25);
            return t;
        });
        catchUp();
        Delivery delivery = timeline(told.numbers().get(0));
        assertThat(delivery.status()).isEqualTo(DeliveryStatus.IN_TRANSIT);
        assertThat(delivery.inside()).hasSize(4);
        assertThat(delivery.eta()).contains(day(6 + 4).plus(Duration.ofHours(6)));
        assertThat(delivery.timeline())
                .filteredOn(e -> e.certainty() == Certainty.ESTIMATE)
                .hasSize(5);
    }

    @Test
    void factsToldAgainOrAllAtOnceGiveTheSameLog() throws IOException {
        Told told = as(() -> story.whole(3));
        Tenancy.run(
                tenant,
                () -> transaction.executeWithoutResult(t -> {
                    facts.accepted(EpcisLog.scope(List.of(told.batch())));
                    facts.cleared(EpcisLog.scope(told.parcels()));
                    facts.bagged(EpcisLog.scope(List.of(told.bag())));
                    facts.stuffed(EpcisLog.scope(List.of(told.container())));
                    facts.trains(EpcisLog.scope(List.of(told.first())));
                    facts.transloaded(EpcisLog.scope(List.of(told.container())));
                    facts.trains(EpcisLog.scope(List.of(told.first(), told.second())));
                    facts.received(EpcisLog.scope(List.of(told.container())));
                    facts.moved(Milestone.T210, EpcisLog.scope(told.parcels()));
                    facts.moved(Milestone.T230, EpcisLog.scope(told.parcels()));
                    facts.moved(Milestone.T250, EpcisLog.scope(told.parcels()));
                    facts.moved(Milestone.T250, EpcisLog.scope(told.parcels()));
                }));
        long events = count();
        String told1 = export();
        catchUp();
        assertThat(count()).isEqualTo(events);
        assertThat(export()).isEqualTo(told1);
    }

    @Autowired
    ApplicationEventPublisher publisher;

    @Test
    void eventsOfTheFeaturesAreHeardInTheirTransaction() {
        Told told = as(() -> story.whole(2));
        Tenancy.run(
                tenant,
                () -> transaction.executeWithoutResult(t -> {
                    publisher.publishEvent(new ClearanceHeld(told.parcels().subList(0, 1), "INSPECTION", day(0.15)));
                    publisher.publishEvent(new ClearanceGranted(told.parcels()));
                    publisher.publishEvent(new UnitSealed("bag", List.of(told.bag()), day(2)));
                    publisher.publishEvent(new UnitSealed("container", List.of(told.container()), day(2.2)));
                    publisher.publishEvent(new TrainDeparted(told.first(), day(3)));
                    publisher.publishEvent(new TrainTransloaded(
                            List.of(told.container()), "DST", told.first(), told.second(), day(4.6)));
                    publisher.publishEvent(new TrainArrived(told.second(), "ALA", day(6)));
                    publisher.publishEvent(new ContainersReceived(List.of(told.container()), day(6.4)));
                    publisher.publishEvent(new ParcelsMoved("T210", told.parcels(), "ALA", day(6.5)));
                    publisher.publishEvent(
                            new ParcelsMoved("T250", told.parcels().subList(0, 1), "ALA", day(8)));
                }));
        assertThat(milestones())
                .isEqualTo("T040 T050 T060 T070 T080 T080 T090 T090 T100 T120 T130 T140 T150 T160 T200 T210 T250");
    }

    private String milestones() {
        return Tenancy.as(
                tenant,
                () -> transaction.execute(t -> jdbc.sql(
                                "SELECT string_agg(milestone, ' ' ORDER BY milestone) FROM epcis_event WHERE tenant_id = current_tenant()")
                        .query(String.class)
                        .single()));
    }

    @Test
    void nothingInScopeWritesNothing() {
        as(() -> story.whole(1));
        Tenancy.run(tenant, () -> transaction.executeWithoutResult(t -> facts.cleared(EpcisLog.scope(List.of()))));
        assertThat(count()).isZero();
    }

    @Test
    void exportIsEpcisInTimeOrderAndTellsTheSameStory() throws IOException {
        Told told = as(() -> story.whole(3));
        String lines = export();
        List<EpcisEvent> events = new ArrayList<>();
        List<Finding> findings = EpcisReader.read(new StringReader(lines), "epcis.jsonl", events::add);
        assertThat(findings).isEmpty();
        assertThat(events).isSortedAccordingTo(EpcisEvent.IN_TIME).isNotEmpty();
        assertThat(lines.lines())
                .allSatisfy(l -> assertThat(EpcisLines.faults(l)).isEmpty());
        String epc = Epc.parcel(new S10(told.numbers().get(2)));
        Delivery fromFile = Tracker.track(epc, EventLog.of(events), Outlook.unplanned(day(30)));
        Delivery fromLog = timeline(told.numbers().get(2));
        assertThat(fromFile.timeline())
                .extracting(TimelineEntry::at)
                .isEqualTo(fromLog.timeline().stream().map(TimelineEntry::at).toList());
        assertThat(fromFile.status()).isEqualTo(fromLog.status());
    }

    @Test
    void heldParcelWaitsWithItsReasonUntilReleased() {
        Told told = as(() -> story.accepted(2));
        long first = told.parcels().get(0);
        Tenancy.run(
                tenant,
                () -> transaction.executeWithoutResult(t -> {
                    facts.accepted(EpcisLog.ALL);
                    facts.held(EpcisLog.scope(List.of(first)), "布控查验", day(0.15));
                }));
        assertThat(timeline(told.numbers().get(0)).hold())
                .hasValueSatisfying(h -> assertThat(h.reason()).isEqualTo("布控查验"));
        assertThat(timeline(told.numbers().get(1)).hold()).isEmpty();
        as(() -> {
            story.cleared(List.of(first), 0.5);
            return told;
        });
        catchUp();
        assertThat(timeline(told.numbers().get(0)).hold()).isEmpty();
        assertThat(timeline(told.numbers().get(0)).status()).isEqualTo(DeliveryStatus.CLEARED);
    }

    @Test
    void visitorSeesTheParcelWithoutSigningInAndWithoutPersonalData() {
        Told told = as(() -> story.whole(1));
        catchUp();
        PublicTracking seen = visibility
                .track(" " + told.numbers().get(0).toLowerCase(Locale.ROOT), Locale.CHINESE)
                .orElseThrow();
        assertThat(seen.statusText()).isEqualTo("已妥投");
        assertThat(seen.place()).isEqualTo("阿拉木图");
        assertThat(seen.consignee()).isEqualTo("А***");
        assertThat(seen.destination()).isEqualTo("Almaty, 哈萨克斯坦");
        assertThat(seen.toString()).doesNotContain("Айгуль", "7701", "Abay");
        assertThat(seen.steps())
                .hasSize(18)
                .allSatisfy(s -> assertThat(s.text()).isNotBlank());
    }

    @Test
    void pageSpeaksFourLanguagesAndEnglishForAllOthers() {
        Told told = as(() -> story.whole(1));
        catchUp();
        String number = told.numbers().get(0);
        assertThat(List.of("zh", "en", "ru", "kk", "fr").stream()
                        .map(l -> visibility
                                .track(number, Locale.forLanguageTag(l))
                                .orElseThrow()
                                .statusText()))
                .containsExactly("已妥投", "Delivered", "Доставлен", "Жеткізілді", "Delivered");
    }

    @Test
    void heldParcelDoesNotTellThePublicWhatCustomsWrote() {
        Told told = as(() -> story.accepted(1));
        Tenancy.run(
                tenant,
                () -> transaction.executeWithoutResult(t -> {
                    facts.accepted(EpcisLog.ALL);
                    facts.held(EpcisLog.scope(told.parcels()), "secret reason", day(0.15));
                }));
        PublicTracking seen =
                visibility.track(told.numbers().get(0), Locale.ENGLISH).orElseThrow();
        assertThat(seen.statusText()).isEqualTo("Held by customs");
        assertThat(seen.toString()).doesNotContain("secret");
    }

    @Test
    void unknownForeignAndMalformedNumbersAnswerAlike() {
        Told told = as(() -> story.whole(1));
        assertThat(visibility.track(S10.of("LZ", 99_999_999, "CN").value(), Locale.ENGLISH))
                .isEmpty();
        assertThat(visibility.track("LZ000000000CN'; --", Locale.ENGLISH)).isEmpty();
        int other = tenants.create();
        assertThat(Tenancy.as(other, () -> visibility.timeline(told.numbers().get(0))))
                .isEmpty();
        assertThat(Tenancy.as(other, () -> visibility.timeline("nonsense"))).isEmpty();
    }

    @Test
    void loggedEventsCannotBeChanged() {
        as(() -> story.whole(1));
        catchUp();
        assertThat(
                        tenants.asOwner(
                                "SELECT count(*) FROM information_schema.role_table_grants WHERE grantee = 'tongdao_app'"
                                        + " AND table_name IN ('epcis_event', 'epcis_epc') AND privilege_type IN ('UPDATE', 'DELETE')"))
                .isZero();
    }

    private Told as(Supplier<Told> work) {
        return Tenancy.as(tenant, work);
    }

    private void catchUp() {
        Tenancy.run(tenant, () -> transaction.executeWithoutResult(t -> facts.catchUp()));
    }

    private Delivery timeline(String number) {
        return Tenancy.as(tenant, () -> visibility.timeline(number)).orElseThrow();
    }

    private String export() throws IOException {
        Path file = folder.resolve("epcis.jsonl");
        Tenancy.run(tenant, () -> visibility.export(file));
        return Files.readString(file);
    }

    private long count() {
        return tenants.asOwner("SELECT count(*) FROM epcis_event WHERE tenant_id = " + tenant);
    }
}

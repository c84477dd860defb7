package org.tongdao.printing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongdao.bench.Bench;
import org.tongdao.bench.BenchStory;
import org.tongdao.bench.ScanAnswer;
import org.tongdao.bench.ScanInput;
import org.tongdao.bench.Station;
import org.tongdao.bench.Worker;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.OnDatabase;
import org.tongdao.platform.Tenancy;
import org.tongdao.printing.Handover.Outcome;
import org.tongdao.printing.PrintJob.State;

/** A label comes out once, or somebody is told that it did not. */
@OnDatabase
class PrintingIT {

    private static final Worker LI = new Worker("li", "WAREHOUSE");
    private static final String BENCH = "LOC-URC-BENCH1";

    @Autowired
    Printers printers;

    @Autowired
    PrintQueue queue;

    @Autowired
    Handover handover;

    @Autowired
    NetworkPrinting network;

    @Autowired
    Bench bench;

    @Autowired
    BenchStory story;

    @Autowired
    FreshTenant tenants;

    private int tenant;
    private List<String> parcels = List.of();

    @BeforeEach
    void aTenantWithParcels() {
        tenant = tenants.create();
        parcels = Tenancy.as(tenant, () -> story.released(4));
    }

    @Test
    void theScanOfALabelPrintsItAtThePlaceOnceAndAScanElsewherePrintsNothing() throws Exception {
        try (var tray = new PaperTray()) {
            Tenancy.run(tenant, () -> {
                assertThat(printers.add("ZEBRA-1", tray.address(), "boss")).isEmpty();
                assertThat(printers.place("loc-urc-bench1", "ZEBRA-1")).isEmpty();
                var scan = input(parcels.get(0), BENCH);
                bench.scan(scan, LI);
                bench.scan(scan, LI);
                label(parcels.get(1), "LOC-URC-BENCH2");
                while (network.step()) {}
                assertThat(network.step()).isFalse();
                assertThat(queue.list("", Long.MAX_VALUE, 10))
                        .singleElement()
                        .matches(j -> j.state() == State.PRINTED
                                && j.copy() == 1
                                && j.actor().equals("li"));
                assertThat(printers.list().get(0).seenAt()).isNotNull();
            });
            assertThat(tray.pages(1))
                    .singleElement()
                    .asString()
                    .startsWith("^XA")
                    .contains(parcels.get(0));
        }
    }

    @Test
    void aPrinterThatDoesNotAnswerIsTriedAgainAndNothingIsLostOrDoubled() throws Exception {
        var tray = new PaperTray();
        var address = tray.address();
        tray.close();
        Tenancy.run(tenant, () -> {
            printers.add("ZEBRA-1", address, "boss");
            printers.place(BENCH, "ZEBRA-1");
            long scanId = label(parcels.get(0), BENCH).scanId();
            network.step();
            var waits = queue.byScan(scanId).orElseThrow();
            assertThat(waits.state()).isEqualTo(State.WAITING);
            assertThat(waits.why()).contains("does not answer");
            assertThat(network.step()).as("it rests before the next try").isFalse();
            for (int i = 1; i < Handover.TRIES; i++) {
                change("UPDATE printer SET resting = NULL WHERE true");
                network.step();
            }
            assertThat(queue.byScan(scanId).orElseThrow().state()).isEqualTo(State.FAILED);
        });
    }

    @Test
    void aPrinterThatDoesNotOpenDelaysNoOther() throws Exception {
        network.waitForPrinters(60_000);
        try (var dead = new DeadPrinter();
                var tray = new PaperTray()) {
            Tenancy.run(tenant, () -> {
                printers.add("A-DEAD", dead.address(), "boss");
                printers.add("B-DEAD", dead.address(), "boss");
                printers.add("ZEBRA", tray.address(), "boss");
                queue.again(parcels.get(0), "A-DEAD", "first", "li");
                queue.again(parcels.get(1), "B-DEAD", "first", "li");
                queue.again(parcels.get(2), "ZEBRA", "first", "li");
                queue.again(parcels.get(3), "A-DEAD", "first", "li");
                for (int i = 0; i < 3; i++) {
                    assertThat(network.handOut(tenant)).isTrue();
                }
                assertThat(network.handOut(tenant))
                        .as("a printer has one copy at a time")
                        .isFalse();
            });
            assertThat(tray.pages(1)).singleElement().asString().contains(parcels.get(2));
            assertThat(states("A-DEAD")).containsExactly(State.WAITING, State.TAKEN);
            assertThat(states("B-DEAD")).containsExactly(State.TAKEN);
        } finally {
            network.waitForPrinters(3_000);
        }
        for (int i = 0; i < 300 && states("A-DEAD").contains(State.TAKEN); i++) {
            Thread.sleep(100);
        }
        assertThat(states("A-DEAD")).as("nothing was sent").containsExactly(State.WAITING, State.WAITING);
    }

    private List<State> states(String printer) {
        return Tenancy.as(tenant, () -> queue.list(printer, Long.MAX_VALUE, 10)).stream()
                .map(PrintJob::state)
                .toList();
    }

    @Test
    void whatMayHaveComeOutIsNeverSentAgainByItself() {
        Tenancy.run(tenant, () -> {
            printers.add("DESK", "", "boss");
            printers.place(BENCH, "DESK");
            label(parcels.get(0), BENCH);
            label(parcels.get(1), BENCH);
            var first = handover.takeForAgent("DESK").orElseThrow();
            assertThat(first.parcelNo()).isEqualTo(parcels.get(0));
            assertThat(handover.takeForAgent("DESK")).as("one at a time").isEmpty();
        });
        change("UPDATE print_job SET taken_until = now() - interval '1 second' WHERE state = 'TAKEN'");
        Tenancy.run(tenant, () -> {
            assertThat(handover.giveUp()).isEqualTo(1);
            var second = handover.takeForAgent("DESK").orElseThrow();
            assertThat(second.parcelNo()).isEqualTo(parcels.get(1));
            assertThat(handover.end(second.id(), Outcome.UNSURE, "cable")).isTrue();
            assertThat(handover.end(second.id(), Outcome.PRINTED, ""))
                    .as("it ended before")
                    .isFalse();
            assertThat(handover.takeForAgent("DESK")).isEmpty();
            assertThat(queue.list("DESK", Long.MAX_VALUE, 10))
                    .extracting(PrintJob::state)
                    .containsOnly(State.UNSURE);
        });
    }

    @Test
    void tenHandsAtOnePrinterTakeEachCopyOnce() throws Exception {
        Tenancy.run(tenant, () -> {
            printers.add("DESK", "", "boss");
            printers.place(BENCH, "DESK");
            parcels.forEach(no -> label(no, BENCH));
        });
        var hands = Executors.newFixedThreadPool(10);
        var taken = new ArrayList<String>();
        try {
            for (int round = 0; round < parcels.size(); round++) {
                Callable<List<String>> take = () -> Tenancy.as(
                        tenant,
                        () -> handover.takeForAgent("DESK").stream()
                                .peek(w -> handover.end(w.id(), Outcome.PRINTED, ""))
                                .map(Handover.Work::parcelNo)
                                .toList());
                for (var done : hands.invokeAll(java.util.Collections.nCopies(10, take))) {
                    taken.addAll(done.get());
                }
            }
        } finally {
            hands.shutdownNow();
        }
        assertThat(taken).containsExactlyInAnyOrderElementsOf(parcels);
    }

    @Test
    void aFurtherCopyNeedsAReasonAndIsCounted() {
        Tenancy.run(tenant, () -> {
            printers.add("DESK", "", "boss");
            assertThat(queue.again(parcels.get(0), "DESK", "lost", "li").finding())
                    .isEmpty();
            assertThat(queue.again(parcels.get(0), "DESK", " ", "li").finding())
                    .get()
                    .matches(f -> f.rule().equals("PRINT-REASON"));
            long job = queue.again(parcels.get(0), "DESK", "torn", "li").job();
            assertThat(queue.find(job))
                    .get()
                    .matches(j -> j.copy() == 2 && j.reason().equals("torn"));
            assertThat(queue.again("NO-SUCH", "DESK", "lost", "li").finding()).isPresent();
            assertThat(queue.again(parcels.get(0), "NONE", "lost", "li").finding())
                    .isPresent();
            printers.remove("DESK");
            assertThat(queue.find(job).orElseThrow().state()).isEqualTo(State.FAILED);
        });
    }

    @Test
    void badPrintersAreRefusedInWords() {
        Tenancy.run(tenant, () -> {
            assertThat(printers.add("", "10.0.0.1", "boss")).isPresent();
            assertThat(printers.add("A B", "10.0.0.1", "boss")).isPresent();
            assertThat(printers.add("A", "10.0.0.1:99999", "boss")).isPresent();
            assertThat(printers.add("A", "http://x/", "boss")).isPresent();
            assertThat(printers.add("A", "10.0.0.1", "boss")).isEmpty();
            assertThat(printers.list()).singleElement().matches(p -> p.port() == Printer.RAW);
            assertThat(printers.add("A", "10.0.0.2", "boss"))
                    .get()
                    .matches(f -> f.rule().equals("PRINT-TWICE"));
            assertThat(printers.place("BENCH1", "A")).isPresent();
            assertThat(printers.place(BENCH, "B")).isPresent();
        });
        int other = tenants.create();
        assertThat(Tenancy.as(other, printers::list)).isEmpty();
    }

    private ScanAnswer label(String parcelNo, String place) {
        var answer = bench.scan(input(parcelNo, place), LI);
        assertThat(answer.act()).isEqualTo("LABELLED");
        return answer;
    }

    private static ScanInput input(String parcelNo, String place) {
        return new ScanInput(UUID.randomUUID(), Station.LABEL, place, "d-test", parcelNo, "", 0);
    }

    private void change(String update) {
        tenants.asOwner("WITH c AS (" + update + " AND tenant_id = " + tenant + " RETURNING 1) SELECT count(*) FROM c");
    }
}

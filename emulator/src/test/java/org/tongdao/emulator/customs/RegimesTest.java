package org.tongdao.emulator.customs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongdao.customs.CebCheck;
import org.tongdao.customs.CebDocument;
import org.tongdao.customs.Strictness;

/** All four regimes in both directions, and what comes after a release. */
class RegimesTest {

    private static final Instant SENT = Instant.parse("2026-11-23T03:00:00Z");
    private static final Instant NEXT = SENT.plus(Duration.ofDays(2));
    private static final Instant LATER = SENT.plus(Duration.ofDays(60));

    @TempDir
    Path folder;

    private Conduct office = Conduct.calm();
    private Declarant declarant;
    private int sent;

    @BeforeEach
    void openTheWire() {
        declarant = new Declarant(folder);
    }

    @Test
    void aBondedPurchaseIsReleasedTaxedAndSummarisedForPayment() {
        buy("O1", "1210", 800, 1);
        run();
        assertThat(course("CEB312")).containsExactly("120");
        assertThat(course("CEB412")).containsExactly("120");
        assertThat(course("CEB512")).containsExactly("120");
        assertThat(course("CEB622")).containsExactly("120", "800");
        var bill = one("CEB816");
        assertThat(bill.get("valueAddedTax")).isEqualTo("72.80");
        assertThat(bill.get("invtNo")).hasSize(18).isEqualTo(list("CO1").get("invtNo"));
        assertThat(bill.get(0, "taxPrice")).isEqualTo("800.00");
        assertThat(one("CEB818").get("status")).isEqualTo("2");
        assertThat(one("CEB818").get("returnTime")).startsWith("20261215");
        rightByTheCatalogue();
    }

    @Test
    void aListNeedsItsThreeDocumentsAndTheFieldsOfItsRegime() {
        send(SENT, importList("O1", "9610", 100, 1, Map.of()));
        assertThat(refusals()).containsExactly("-301003");
        send(SENT, order("O2", 100, 1), waybill("O2"));
        send(SENT, importList("O2", "9610", 100, 1, Map.of()));
        send(SENT, order("O3", 100, 1), waybill("O3"), payment("O3", 99));
        send(SENT, importList("O3", "9610", 100, 1, Map.of()));
        send(SENT, order("O4", 100, 1), waybill("O4"), payment("O4", 100));
        send(SENT, importList("O4", "1210", 100, 1, Map.of("emsNo", "")));
        assertThat(refusals()).containsExactly("-301003", "-401004", "-621003", "-621001");
    }

    @Test
    void aBuyersYearIsHeldAndGivenBackOnce() {
        for (int i = 0; i < 6; i++) {
            buy("Q" + i, "1210", 5_000, 1);
        }
        assertThat(refusals()).as("the sixth goes over 26,000").containsExactly("-621018");
        run();
        var cancel = Map.of("invtNo", list("CQ0").get("invtNo"), "copNo", "X1");
        send(NEXT, Trader.paper("CEB623", "x1", cancel, List.of()));
        send(NEXT, Trader.paper("CEB623", "x2", Map.of("invtNo", cancel.get("invtNo"), "copNo", "X2"), List.of()));
        run();
        assertThat(course("CEB624")).containsExactlyInAnyOrder("120", "399", "-623009");
        sent = 100;
        buyAt(NEXT.plusSeconds(60), "R1", "1210", 5_000, 1);
        buyAt(NEXT.plusSeconds(60), "R2", "1210", 5_000, 1);
        assertThat(refusals()).containsExactly("-621018", "-623009", "-621018");
        assertThat(documents("CEB818").stream().filter(d -> d.get("status").equals("3")))
                .as("the bill of what was cancelled is void")
                .hasSize(1);
    }

    @Test
    void severalThingsMayNotCostMoreThanTheLimitOneThingMay() {
        buy("ONE", "1210", 6_000, 1);
        buy("TWO", "1210", 6_000, 2);
        assertThat(refusals()).containsExactly("-621005");
    }

    @Test
    void noMoreComesBackThanWasBought() {
        buy("O1", "1210", 800, 1);
        run();
        var number = list("CO1").get("invtNo");
        send(NEXT, Trader.paper("CEB625", "r1", Map.of("invtNo", number, "copNo", "R1"), rows(1, 800, "3")));
        send(NEXT, Trader.paper("CEB625", "r2", Map.of("invtNo", number, "copNo", "R2"), rows(1, 800, "1")));
        send(
                NEXT,
                Trader.paper("CEB625", "r3", Map.of("invtNo", "94002026I999999999", "copNo", "R3"), rows(1, 800, "1")));
        run();
        assertThat(course("CEB626")).containsExactlyInAnyOrder("-625001", "-625001", "120", "399");
    }

    @Test
    void sitesAndCarriersReportOnlyWhatIsOnFile() {
        send(SENT, waybill("O1"));
        send(SENT, Trader.paper("CEB513", "s1", Map.of("logisticsNo", "LO1"), List.of()));
        send(SENT, Trader.paper("CEB513", "s2", Map.of("logisticsNo", "LO2"), List.of()));
        send(SENT, Trader.paper("CEB711", "d1", Map.of("copNo", "D1"), List.of(Map.of("logisticsNo", "LO1"))));
        send(SENT, Trader.paper("CEB711", "d2", Map.of("copNo", "D2"), List.of(Map.of("logisticsNo", "LO9"))));
        declarant.declare(SENT, List.of("E1"));
        send(NEXT, Trader.paper("CEB507", "a1", Map.of("copNo", "A1"), List.of(Map.of("logisticsNo", "LE1"))));
        send(NEXT, Trader.paper("CEB509", "p1", Map.of("copNo", "P1"), List.of(Map.of("logisticsNo", "LE9"))));
        run();
        assertThat(course("CEB514")).containsExactlyInAnyOrder("120", "-505014");
        assertThat(course("CEB712")).containsExactlyInAnyOrder("120", "399", "-800001");
        assertThat(course("CEB508")).containsExactly("399");
        assertThat(course("CEB510")).containsExactly("-504011");
        rightByTheCatalogue();
    }

    @Test
    void exportListsAreSummarisedIntoOneDeclaration() {
        declarant.declare(SENT, List.of("E1", "E2"));
        run();
        var numbers = List.of(exportList("CE1").get("invtNo"), exportList("CE2").get("invtNo"));
        var rows = numbers.stream().map(n -> Map.of("invtNo", n)).toList();
        send(NEXT, Trader.paper("CEB701", "s1", Map.of("copNo", "S1"), rows));
        send(
                NEXT,
                Trader.paper("CEB701", "s2", Map.of("copNo", "S2"), List.of(Map.of("invtNo", "94002026E99999999999"))));
        run();
        assertThat(course("CEB702")).containsExactlyInAnyOrder("399", "-621003");
        var result = one("CEB792");
        assertThat(result.get("entryId")).hasSize(18);
        assertThat(result.rowCount()).isEqualTo(2);
        assertThat(result.get(1, "gseqno")).as("the same HS code is one line").isEqualTo("1");
        rightByTheCatalogue();
    }

    @Test
    void aListIsCancelledUntilItsTrainWasBoundAndThenDeclaredAgain() {
        declarant.declare(SENT, List.of("E1", "E2"));
        declarant.bind(SENT.plus(Duration.ofDays(1)), "B1", List.of("E2"));
        run();
        send(
                NEXT,
                Trader.paper(
                        "CEB605",
                        "c1",
                        Map.of("copNo", "X1", "invtNo", exportList("CE1").get("invtNo")),
                        List.of()));
        send(
                NEXT,
                Trader.paper(
                        "CEB605",
                        "c2",
                        Map.of("copNo", "X2", "invtNo", exportList("CE2").get("invtNo")),
                        List.of()));
        run();
        assertThat(course("CEB606")).containsExactlyInAnyOrder("399", "-623005");
    }

    @Test
    void exportedGoodsComeBackUnderTheirListAndAreTallied() {
        declarant.declare(SENT, List.of("E1"));
        run();
        var number = exportList("CE1").get("invtNo");
        var head = Map.of("invtNo", number, "coElNo", "TEST-OK-1", "tradeMode", "9661");
        send(NEXT, Trader.paper("CEB213", "r1", head, rows(1, 120, "2")));
        send(
                NEXT,
                Trader.paper(
                        "CEB213",
                        "r2",
                        Map.of("invtNo", number, "coElNo", "K2", "tradeMode", "9610"),
                        rows(1, 120, "1")));
        send(NEXT.plusSeconds(60), Trader.paper("CEB215", "t1", Map.of("coElNo", "TEST-OK-1"), List.of()));
        run();
        assertThat(course("CEB214")).containsExactlyInAnyOrder("120", "800", "-625001");
        assertThat(course("CEB216")).containsExactly("399");
    }

    @Test
    void anOfficeOfAnotherScenarioHasOtherLimitsAndAnotherTax() {
        var calm = Conduct.calm();
        office = new Conduct(
                calm.rigour(),
                calm.post(),
                calm.hours(),
                calm.step(),
                calm.incidents(),
                new Conduct.Limits(2_000, 7_000, 3_000, 0.2));
        buy("ONE", "1210", 5_000, 1);
        buy("TWO", "1210", 2_100, 2);
        assertThat(refusals()).containsExactly("-621005");
        buy("THREE", "1210", 2_100, 1);
        assertThat(refusals()).as("7,000 a year").containsExactly("-621005", "-621018");
        exportParcel("DEAR", "9710", "B", 3_001);
        assertThat(refusals()).containsExactly("-621005", "-621018", "-621005");
        assertThat(one("CEB816").get(0, "valueAddedTax")).isEqualTo("1000.00");
    }

    @Test
    void theKindOfAnOrderBelongsToItsRegime() {
        for (var mode : new String[] {"9610:E", "9710:B", "9810:W", "1210:E", "9710:E", "9810:B"}) {
            var part = mode.split(":");
            exportParcel("T" + part[0] + part[1], part[0], part[1], 120);
        }
        exportParcel("DEAR", "9710", "B", 5_001);
        assertThat(refusals()).containsExactlyInAnyOrder("-621003", "-621003", "-621005");
        run();
        assertThat(course("CEB604").stream().filter("800"::equals)).hasSize(4);
    }

    private void exportParcel(String no, String mode, String orderType, double value) {
        var parties = Map.of("ebpCode", "P1", "ebcCode", "C1", "logisticsCode", "K1");
        var head = new java.util.HashMap<>(parties);
        head.putAll(Map.of("orderNo", no, "orderType", orderType, "goodsValue", String.valueOf(value)));
        send(SENT, Trader.paper("CEB303", no, head, rows(1, value, "2")));
        send(SENT, Trader.paper("CEB505", no, Map.of("logisticsCode", "K1", "logisticsNo", "L" + no), List.of()));
        var list = new java.util.HashMap<>(parties);
        list.putAll(
                Map.of("orderNo", no, "logisticsNo", "L" + no, "copNo", "C" + no, "tradeMode", mode, "emsNo", "H1"));
        list.put("country", "145");
        send(SENT, Trader.paper("CEB603", no, list, rows(1, value, "2")));
    }

    private void buy(String no, String mode, double cny, int things) {
        buyAt(SENT, no, mode, cny, things);
    }

    private void buyAt(Instant at, String no, String mode, double cny, int things) {
        send(at, order(no, cny, things), waybill(no), payment(no, cny), importList(no, mode, cny, things, Map.of()));
    }

    private static CebDocument order(String no, double cny, int things) {
        var amount = String.valueOf(cny);
        var head = new java.util.HashMap<String, String>();
        head.putAll(Map.of("orderNo", no, "orderType", "I", "goodsValue", amount, "acturalPaid", amount));
        head.putAll(Map.of("freight", "0", "discount", "0", "taxTotal", "0", "ebpCode", "P1"));
        return Trader.paper("CEB311", no, head, rows(things, cny, "2"));
    }

    private static CebDocument waybill(String no) {
        return Trader.paper("CEB511", no, Map.of("logisticsNo", "L" + no, "logisticsCode", "K1"), List.of());
    }

    private static CebDocument payment(String no, double cny) {
        var head = Map.of("payTransactionId", "T" + no, "orderNo", no, "amountPaid", String.valueOf(cny));
        return Trader.paper("CEB411", no, head, List.of());
    }

    private static CebDocument importList(String no, String mode, double cny, int things, Map<String, String> but) {
        var head = new java.util.HashMap<String, String>();
        head.putAll(Map.of(
                "orderNo", no, "ebpCode", "P1", "logisticsNo", "L" + no, "logisticsCode", "K1", "copNo", "C" + no));
        head.putAll(Map.of("tradeMode", mode, "emsNo", "H1", "areaCode", "6501", "areaName", "综保区", "freight", "0"));
        head.putAll(Map.of("insuredFee", "0", "trafNo", "X1", "voyageNo", "1", "billNo", "B1", "assureCode", "A1"));
        head.putAll(but);
        return Trader.paper("CEB621", no, head, rows(things, cny, "2"));
    }

    private static List<Map<String, String>> rows(int things, double cny, String quantity) {
        return IntStream.rangeClosed(1, things)
                .mapToObj(i ->
                        Map.of("gnum", String.valueOf(i), "qty", quantity, "totalPrice", String.valueOf(cny / things)))
                .toList();
    }

    /** Each paper a second after the other, so that they are read in this order. */
    private void send(Instant at, CebDocument... papers) {
        for (var paper : papers) {
            declarant.send(at.plusSeconds(sent++), List.of(paper));
        }
    }

    private void run() {
        new CustomsOffice(folder, 7, office).deliver(LATER);
    }

    /** Negative codes in the order of their papers. */
    private List<String> refusals() {
        run();
        var all = new ArrayList<String>();
        declarant.receipts().stream()
                .filter(d -> d.find("returnStatus").orElse("").startsWith("-"))
                .sorted(java.util.Comparator.comparing(d -> d.get("returnTime")))
                .forEach(d -> all.add(d.get("returnStatus")));
        return all;
    }

    private List<String> course(String kind) {
        return documents(kind).stream().map(d -> d.get("returnStatus")).toList();
    }

    private List<CebDocument> documents(String kind) {
        run();
        return declarant.receipts().stream()
                .filter(d -> d.type().code().equals(kind))
                .toList();
    }

    private CebDocument one(String kind) {
        var all = documents(kind);
        assertThat(all).as(kind).hasSize(1);
        return all.get(0);
    }

    private CebDocument list(String copNo) {
        return documents("CEB622").stream()
                .filter(d -> d.get("copNo").equals(copNo))
                .findFirst()
                .orElseThrow();
    }

    private CebDocument exportList(String copNo) {
        return documents("CEB604").stream()
                .filter(d -> d.get("copNo").equals(copNo))
                .findFirst()
                .orElseThrow();
    }

    private void rightByTheCatalogue() {
        for (var document : declarant.receipts()) {
            assertThat(CebCheck.check(document, Strictness.INBOUND).stream().filter(f -> f.stops()))
                    .as(document.type().code())
                    .isEmpty();
        }
    }
}

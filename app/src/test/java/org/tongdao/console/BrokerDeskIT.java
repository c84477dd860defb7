package org.tongdao.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tongdao.console.access.People;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.Tenancy;

/** A broker's morning: the day's clock, what customs wants to see, what was sent and answered, three files that nearly fit. */
@OnConsole
class BrokerDeskIT {

    private static final String ORDERS = """
            order_no,platform,buyer_name,buyer_id,consignee,phone,address,pay_code,pay_no,goods_value,freight,tax,discount,paid,currency
            A-1,P1,张三,1,李四,13912345678,路 1,PC,Z-1,100.00,0,9.10,0,109.10,142
            A-2,P1,张三,1,李四,13912345678,路 1,PC,Z-2,100.00,0,9.10,0,109.10,142
            A-3,P1,张三,1,李四,13912345678,路 1,PC,Z-3,100.00,0,9.10,0,nine,142
            """;
    private static final String PAYMENTS = """
            pay_code,pay_no,order_no,platform,payer_name,payer_id,amount,currency
            PC,Z-1,A-1,P1,张三,1,109.10,142
            PC,Z-2,A-2,P1,张三,1,109.11,142
            """;
    private static final String WAYBILLS = """
            carrier,waybill_no,order_no,platform,consignee,phone,address
            C1,W-1,A-1,P1,李四,13912345678,路 1
            C1,W-2,A-2,P1,李四,13912345678,路 1
            """;

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    FreshTenant tenants;

    @Autowired
    ConsoleStory story;

    private int tenant;
    private Visitor broker;

    @BeforeEach
    void signIn() {
        tenant = tenants.create();
        broker = visitor("BROKER");
    }

    private Visitor visitor(String role) {
        String name = people.person(tenant, role.toLowerCase(java.util.Locale.ROOT) + tenant, role);
        var visitor = new Visitor(port);
        assertThat(visitor.signIn(name, People.PASSWORD).statusCode()).isEqualTo(302);
        return visitor;
    }

    private String match(String orders) {
        var answer = broker.upload(
                "/declarations/match",
                "/declarations/match",
                Map.of("regime", "1210I"),
                Map.of(
                        "orders", new Visitor.Upload("november.csv", orders),
                        "payments", new Visitor.Upload("p.csv", PAYMENTS),
                        "waybills", new Visitor.Upload("w.csv", WAYBILLS)));
        return answer.headers().firstValue("location").orElseThrow().replaceFirst("https?://[^/]+", "");
    }

    @Test
    void aCentOfRoundingIsAcceptedForAllAndTakenBack() {
        String board = match(ORDERS);
        assertThat(broker.get(board + "?lang=en").body())
                .contains("november.csv", "A-2", "Accept all 1", "orders.csv:4 paid", "nine")
                .doesNotContain(">A-1<");
        broker.post(board, board + "/accept", Map.of("rules", "AMOUNT"));
        assertThat(broker.get(board).body()).contains("1 near misses accepted", "broker" + tenant);
        broker.post(board, board + "/reopen", Map.of("rules", "AMOUNT"));
        assertThat(broker.get(board).body()).contains("Accept all 1");
    }

    @Test
    void filesThatCannotBeReadSayWhy() {
        assertThat(match("order,paid\n1,2\n")).isEqualTo("/declarations/match");
        assertThat(broker.get("/declarations/match?lang=en").body())
                .contains("A column is missing", "order_no, platform, currency");
    }

    @Test
    void aFormWithoutFilesIsRefusedAndNotOurFailure() {
        assertThat(broker.post("/declarations/match", "/declarations/match", Map.of("regime", "1210I"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void anAuditorReadsTheDeskAndChangesNothing() {
        String board = match(ORDERS);
        var auditor = visitor("AUDITOR");
        assertThat(auditor.get(board).body()).contains("A-2").doesNotContain("/accept");
        assertThat(auditor.post("/today", board + "/accept", Map.of("rules", "AMOUNT"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theMorningIsToldByTheClockTheHitsTheAnswersAndTheMessages() {
        Tenancy.as(tenant, story::tell);
        assertThat(broker.get("/declarations/day?lang=en").body())
                .contains("2026-01-08", "orders-2026-01-05.csv", ">240<", ">222<", "18 open");
        assertThat(broker.get("/declarations/receipts?outcome=REFUSED").body())
                .contains("退单：商品编码不存在")
                .doesNotContain("46012026I");
        assertThat(broker.get("/declarations/receipts?parked=true").body()).contains("No answers");
        assertThat(broker.get("/declarations/sending?lang=en").body()).contains("guid", "waits", "soft", "Customs");
        assertThat(broker.get("/declarations/inspections").body()).contains("TS0000", "not scanned yet");
    }

    @Test
    void whatCustomsWantsToSeeIsReservedAtNightAndCancelled() {
        Tenancy.as(tenant, story::tell);
        String page = "/declarations/inspections";
        var slot = Map.of("place", "Dostyk yard", "starts", "2099-01-08T23:30", "hours", "2", "capacity", "1");
        broker.post(page, page + "/slots", slot);
        broker.post(page, page + "/slots", slot);
        String body = broker.get(page + "?lang=en").body();
        assertThat(body).contains("The time overlaps another one", "01-08 23:30 – 01-09 01:30", "0 / 1");
        var parcel = java.util.regex.Pattern.compile("name=\"parcel\" value=\"(\\w+)\"")
                .matcher(body);
        var id = java.util.regex.Pattern.compile("<option value=\"(\\d+)\"").matcher(body);
        assertThat(parcel.find() && id.find()).isTrue();
        String first = parcel.group(1);
        assertThat(parcel.find()).isTrue();
        broker.post(page, page + "/bookings", Map.of("slot", id.group(1), "parcel", first + "," + parcel.group(1)));
        assertThat(broker.get(page).body()).contains("1 parcels reserved", "No place left", "1 / 1");
        broker.post(page, page + "/cancel", Map.of("parcel", first));
        assertThat(broker.get(page).body()).contains("0 / 1", first);
    }

    @Test
    void anOrderFileIsDeclaredUnderARegimeAndARateThatIsNoneIsRefused() {
        Tenancy.as(tenant, story::tell);
        String page = "/declarations/regimes";
        var body = broker.get(page + "?lang=en").body();
        assertThat(body).contains("By regime", "orders-2026-01-05.csv", "9610 retail export");
        var batch = java.util.regex.Pattern.compile("href=\"/batches/(\\d+)\"").matcher(body);
        assertThat(batch.find()).isTrue();
        broker.post(page, page, Map.of("batch", batch.group(1), "regime", "9710", "cnyRate", "seven"));
        assertThat(broker.get(page).body()).contains("seven", "such as 7.12");
        broker.post(page, page, Map.of("batch", batch.group(1), "regime", "9710", "cnyRate", "7.12"));
        assertThat(broker.get(page).body()).contains("File " + batch.group(1) + " is being declared");
        assertThat(broker.post(page, page, Map.of("batch", "1", "regime", "9999"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aFileOfImportOrdersIsTakenInAndShowsWhatCouldNotBeUsed() {
        String page = "/declarations/imports";
        var orders =
                "order_no,waybill_no,buyer_account,buyer_name,buyer_id,buyer_phone,consignee,phone,address,pay_no,from,gross_g,name_zh,hs,origin,"
                        + "quantity,unit,unit_price,net_g,vehicle,voyage,bill_no\n"
                        + "IMP-1,LXI1,u,张三,11010519491231002X,13912345678,李四,13912345679,路 1,PAY-1,KZ,1200,糖果,1704900000,KZ,2,011,50.00,1000,X,V,B\n"
                        + "IMP-2,LXI2,u,张三,11010519491231002X,13912345678,李四,13912345679,路 1,PAY-2,KZ,1200,糖果,1704900000,KZ,2,011,dear,1000,X,V,B\n";
        var answer = broker.upload(
                page, page, Map.of("regime", "9610"), Map.of("file", new Visitor.Upload("import.csv", orders)));
        String board = answer.headers().firstValue("location").orElseThrow().replaceFirst("https?://[^/]+", "");
        assertThat(broker.get(board + "?lang=en").body())
                .contains("IMP-1", "LXI1", "100.00", "dear")
                .doesNotContain("IMP-2");
        assertThat(broker.get(page).body()).contains("import.csv");
    }

    @Test
    void aListIsFoundByItsParcelAndTheMonthHasADeadline() {
        var told = Tenancy.as(tenant, story::tell);
        assertThat(broker.get("/orders/" + told.firstOrder() + "?lang=en").body())
                .contains("Country of arrival");
        String site = "/declarations/site";
        var desk = broker.get(site + "?lang=en").body();
        assertThat(desk).contains(told.firstTrain(), "Report arrival (507)");
        var train = Pattern.compile("name=\"train\" value=\"(\\d+)\"").matcher(desk);
        assertThat(train.find()).isTrue();
        var arrival = Map.of("train", train.group(1), "vehicle", "新A12345");
        assertThat(broker.post(site, site + "/arrival", arrival).statusCode()).isEqualTo(302);
        assertThat(broker.get(site + "?lang=en").body())
                .contains("Arrival (507)")
                .doesNotContain("Report arrival (507)");
        broker.post(site, site + "/inbound", Map.of("bill", "NONE"));
        assertThat(broker.get(site + "?lang=en").body()).contains("Nothing waits to be reported");
        var summaries = broker.get("/declarations/summaries?lang=en").body();
        assertThat(summaries).contains("2026-01", "2026-02-15", "days left");
        String page = "/declarations/papers";
        assertThat(broker.get(page + "?q=NOTHING").body()).contains("No list with this number");
        broker.post(page, page + "/cancel", Map.of("copNo", "TD-NONE", "reason", "x"));
        assertThat(broker.get(page + "?q=TD-NONE").body()).contains("No such list");
        broker.post(page, page + "/return", Map.of("copNo", "TD-NONE", "reason", "x", "row1", "two"));
        assertThat(broker.get(page + "?q=TD-NONE").body()).contains("two", "Write a number");
    }
}

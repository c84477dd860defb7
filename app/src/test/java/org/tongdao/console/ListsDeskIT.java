package org.tongdao.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tongdao.console.access.People;
import org.tongdao.customs.Screening;
import org.tongdao.declaration.Declarations;
import org.tongdao.editions.Edition;
import org.tongdao.editions.Editions;
import org.tongdao.editions.Packaged;
import org.tongdao.intake.BatchReport;
import org.tongdao.intake.ImportRequest;
import org.tongdao.intake.Intake;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.Tenancy;
import org.tongdao.terms.HsCode;

/** A new edition of the list of goods: tried, put in force, gone by at once, named by decisions, and taken back. */
@OnConsole
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListsDeskIT {

    private static final String LIST = "prohibited.csv";
    private static final String PAGE = "/admin/lists/view?lang=en&name=" + LIST;
    private static final String ROW =
            "L-MOONLAMP,2020-01-01,,*,prohibited,,月球灯,moonlamp,,,,月球灯禁止寄递,moon lamps may not be sent,test\n";
    private static final String ORDERS = """
            订单号,下单时间,收件人,电话,国家,城市,地址,邮编,货号,商品名称,英文名称,HS编码,数量,单位,单价,币种,净重(kg),毛重(kg),长(cm),宽(cm),高(cm),原产国
            %s,2026-11-01 10:00:00,Aigerim,+7 701 234 5678,KZ,Almaty,Abai 10,050000,S-1,月球灯,moonlamp,6109100021,2,件,60.00,CNY,0.4,0.5,30,20,5,CN
            """;

    @LocalServerPort
    int port;

    @Autowired
    FreshTenant tenants;

    @Autowired
    People people;

    @Autowired
    Intake intake;

    @Autowired
    Declarations declarations;

    @Autowired
    Editions editions;

    @TempDir
    Path folder;

    private int tenant;
    private Visitor keeper;

    @BeforeAll
    void signIn() {
        tenant = tenants.create();
        keeper = visitor(Tenancy.HOME, "ADMIN");
    }

    private Visitor visitor(int of, String role) {
        var visitor = new Visitor(port);
        var name = people.person(of, "lists-" + role.toLowerCase(java.util.Locale.ROOT) + of, role);
        assertThat(visitor.signIn(name, People.PASSWORD).statusCode()).isEqualTo(302);
        return visitor;
    }

    private BatchReport taken(String orderNo) throws IOException {
        var csv = Files.writeString(folder.resolve(orderNo + ".csv"), ORDERS.formatted(orderNo));
        return Tenancy.as(tenant, () -> intake.importFile(new ImportRequest(csv, "Shop", Optional.empty())));
    }

    private boolean isMet(Edition edition) {
        return Screening.read(edition.name(), edition.reader())
                .screen(List.of("月球灯"), new HsCode("6109100021"), "KZ", LocalDate.parse("2026-11-29"))
                .hits()
                .stream()
                .anyMatch(hit -> hit.entry().equals("L-MOONLAMP"));
    }

    private String told(String sql) {
        return String.valueOf(tenants.asOwner(sql.formatted(tenant)));
    }

    @Test
    void aNewEditionIsTriedPutInForceGoneByNamedAndTakenBack() throws IOException {
        var packed = Packaged.get(LIST).text();
        declarations(taken("LISTS-1"));
        assertThat(told("SELECT count(*) FROM declaration WHERE rules LIKE '%% / prohibited-2%%' AND tenant_id = %d"))
                .isEqualTo("1");

        var bad = keeper.upload(
                PAGE,
                "/admin/lists/try",
                Map.of("name", LIST),
                Map.of("file", new Visitor.Upload("new.csv", packed + ROW.replace("2020-01-01", "tomorrow"))));
        assertThat(bad.body())
                .contains("This is no day", "tomorrow", "valid_from")
                .doesNotContain("Put in force");
        assertThat(put(packed + ROW.replace("prohibited,", "forbidden,"), 0, "a bad row")
                        .body())
                .contains("forbidden", "LIST-CHOICE");
        assertThat(editions.inForce(LIST).number()).isZero();

        var tried = keeper.upload(
                PAGE,
                "/admin/lists/try",
                Map.of("name", LIST),
                Map.of("file", new Visitor.Upload("new.csv", packed + ROW)));
        assertThat(tried.body()).contains("1 added, 0 changed, 0 ended, 0 left out", "L-MOONLAMP", "Put in force");
        assertThat(put(packed + ROW, 0, " ").body()).contains("Say why this edition is put in force.");
        assertThat(editions.inForce(LIST).number()).isZero();
        assertThat(put(packed + ROW, 0, "moon lamps burn").statusCode()).isEqualTo(302);

        var refused = taken("LISTS-2");
        assertThat(refused.accepted()).as("without a restart").isZero();
        assertThat(keeper.get(PAGE).body()).contains("moon lamps burn", "Bring back", "L-MOONLAMP");
        assertThat(put(packed, 0, "on an old page").body()).contains("Somebody put another edition in force meanwhile");

        assertThat(isMet(editions.find(LIST, 0).orElseThrow()))
                .as("the decision before is made again by the edition it names")
                .isFalse();
        assertThat(isMet(editions.find(LIST, 1).orElseThrow())).isTrue();

        takeBack(packed);
    }

    private void takeBack(String packed) throws IOException {
        var back = keeper.post(PAGE, "/admin/lists/try", Map.of("name", LIST, "restores", "0"));
        assertThat(back.body()).contains("0 added, 0 changed, 0 ended, 1 left out");
        var fields = Map.of("name", LIST, "restores", "0", "base", "1", "reason", "they do not", "text", packed);
        assertThat(keeper.post(PAGE, "/admin/lists/put", fields).statusCode()).isEqualTo(302);
        declarations(taken("LISTS-3"));
        assertThat(told("SELECT count(*) FROM declaration WHERE rules LIKE '%% / prohibited@2-2%%' AND tenant_id = %d"))
                .isEqualTo("1");
        assertThat(told("SELECT count(*) FROM declaration WHERE rules LIKE '%% / prohibited-2%%' AND tenant_id = %d"))
                .as("the older decision keeps what it named")
                .isEqualTo("1");
        assertThat(keeper.get(PAGE).body()).contains("brings back edition 0");
        assertThat(new String(keeper.bytes("/admin/lists/file?name=" + LIST + "&number=1"), StandardCharsets.UTF_8))
                .isEqualTo(packed + ROW);
        assertThat(keeper.get("/admin/audit?words=list+in+force").body())
                .contains("prohibited.csv edition 1", "moon lamps burn", "prohibited.csv edition 2");
    }

    private void declarations(BatchReport report) {
        assertThat(report.accepted()).isEqualTo(1);
        Tenancy.run(tenant, () -> declarations.declare(report.batchId()));
    }

    private java.net.http.HttpResponse<String> put(String text, int base, String reason) {
        return keeper.upload(
                PAGE,
                "/admin/lists/put",
                Map.of("name", LIST, "base", String.valueOf(base), "reason", reason, "restores", "-1", "text", text),
                Map.of());
    }

    @Test
    void whoDoesNotKeepTheListsBringsNone() {
        var guest = visitor(tenant, "ADMIN");
        assertThat(guest.get(PAGE).body())
                .contains("the administrator of the operator")
                .doesNotContain("Bring a new edition");
        var fields = Map.of(
                "name",
                LIST,
                "base",
                "0",
                "reason",
                "x",
                "text",
                Packaged.get(LIST).text() + ROW);
        assertThat(guest.post(PAGE, "/admin/lists/put", fields).statusCode()).isEqualTo(404);
        assertThat(guest.post(PAGE, "/admin/lists/try", fields).statusCode()).isEqualTo(404);
        var auditor = visitor(Tenancy.HOME, "AUDITOR");
        assertThat(auditor.get(PAGE).body()).doesNotContain("Bring a new edition");
        assertThat(auditor.post(PAGE, "/admin/lists/put", fields).statusCode()).isEqualTo(403);
        assertThat(visitor(Tenancy.HOME, "OPERATOR")
                        .post("/today", "/admin/lists/put", fields)
                        .statusCode())
                .isEqualTo(403);
        var none = Map.of("name", "network/calendar.csv", "text", "a");
        assertThat(keeper.post(PAGE, "/admin/lists/try", none).statusCode()).isEqualTo(404);
        assertThat(keeper.get("/admin/lists/view?lang=en&name=network/calendar.csv")
                        .body())
                .contains("Closed days and cancelled departures");
    }
}

package org.tongdao.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tongdao.console.access.People;
import org.tongdao.declaration.Declarations;
import org.tongdao.intake.ImportRequest;
import org.tongdao.intake.Intake;
import org.tongdao.journey.Beats;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.Tenancy;
import org.tongdao.platform.WorldClock;

/** A merchant answers what customs refused: he corrects his order, the record keeps it, and the broker declares again. */
@OnConsole
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CorrectionIT {

    private static final String ORDERS = """
            订单号,下单时间,收件人,电话,国家,城市,地址,邮编,货号,商品名称,英文名称,HS编码,数量,单位,单价,币种,净重(kg),毛重(kg),长(cm),宽(cm),高(cm),原产国
            C-TEST-REJECT-HS-1,2026-11-01 10:00:00,Aigerim,+7 701 234 5678,KZ,Almaty,Abai 10,050000,S-1,针织T恤,T-shirt,6109100021,2,件,60.00,CNY,0.4,0.5,30,20,5,CN
            C-TEST-OK-2,2026-11-01 10:00:00,Timur,+7 701 234 5679,KZ,Almaty,Abai 11,050000,S-1,针织T恤,T-shirt,6109100021,1,件,60.00,CNY,0.2,0.3,30,20,5,CN
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
    Beats beats;

    @Autowired
    WorldClock clock;

    private int tenant;
    private Visitor own;
    private long order;

    @BeforeAll
    void customsRefusedOneOfTwo(@TempDir Path folder) throws IOException {
        tenant = tenants.create();
        var csv = Files.writeString(folder.resolve("orders.csv"), ORDERS);
        Tenancy.run(tenant, () -> {
            var report = intake.importFile(new ImportRequest(csv, "Own Shop", Optional.empty()));
            declarations.request(report.batchId(), "test");
        });
        for (int i = 0;
                i < 100 && number("SELECT count(*) FROM broker_queue WHERE cause = 'REFUSED' AND tenant_id = ") == 0;
                i++) {
            beats.hurry(tenant);
        }
        order = number("SELECT id FROM customer_order WHERE order_no LIKE '%REJECT%' AND tenant_id = ");
        own = visitor("MERCHANT", "Own Shop");
    }

    @AfterAll
    void release() {
        clock.release();
        tenants.asOwner(
                "WITH gone AS (DELETE FROM work_lease WHERE holder = 'beats' RETURNING 1) SELECT count(*) FROM gone");
    }

    @Test
    @Order(1)
    void heSeesWhatWaitsForHisAnswerAndWhatToDo() {
        assertThat(own.get("/exceptions?lang=en").body())
                .contains("C-TEST-REJECT-HS-1", "href=\"/orders/" + order + "\"", "Answer")
                .doesNotContain("C-TEST-OK-2");
        assertThat(own.get("/exceptions?lang=ru").body()).contains("Ответить");
        assertThat(visitor("MERCHANT", "Rival Shop").get("/exceptions").body()).doesNotContain("C-TEST");
    }

    @Test
    @Order(2)
    void whatBreaksARuleIsNotTakenAndNothingChanges() {
        own.post("/orders/" + order, path(order), Map.of("line1.hs", "12", "reason", "customs says so"));
        assertThat(corrections()).isZero();
        own.post("/orders/" + order, path(order), Map.of("line1.hs", "6205200099", "reason", " "));
        assertThat(corrections()).isZero();
        assertThat(own.post("/orders/" + order, path(order + 1_000_000), Map.of("reason", "x"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    @Order(3)
    void aCorrectionIsKeptWithWhoAndWhyAndTheValueFollows() {
        own.post(
                "/orders/" + order,
                path(order),
                Map.of(
                        "line1.hs",
                        "6205200099",
                        "line1.unitPrice",
                        "55.5",
                        "phone",
                        "+7 701 999 0000",
                        "reason",
                        "as on the label"));
        assertThat(
                        number(
                                "SELECT count(*) FROM order_line WHERE hs = '6205200099' AND unit_price = 55.5 AND tenant_id = "))
                .as(own.get("/orders/" + order + "?lang=en")
                        .body()
                        .replaceAll("(?s).*id=\"correct\"", "")
                        .replaceAll("<[^>]*>", " "))
                .isOne();
        assertThat(corrections()).isEqualTo(3);
        assertThat(
                        number(
                                "SELECT count(*) FROM parcel p JOIN customer_order o ON o.tenant_id = p.tenant_id AND o.id = p.order_id"
                                        + " WHERE p.goods_value = 111 AND o.goods_value = 111 AND o.consignee_phone = '+77019990000' AND p.tenant_id = "))
                .isOne();
        assertThat(own.get("/orders/" + order + "?lang=en").body()).contains("as on the label", "corrected since");
        assertThat(own.get("/exceptions?lang=en").body()).contains("corrected since");
    }

    @Test
    @Order(4)
    void theBrokerDeclaresAgainWithTheOrderPaperTooAndThenItIsClosed() {
        var broker = visitor("BROKER", "");
        assertThat(broker.get("/declarations?lang=en").body()).contains("corrected since");
        long parcel = number("SELECT id FROM parcel WHERE order_id = " + order + " AND tenant_id = ");
        String papers =
                "SELECT count(*) FROM customs_document c JOIN declaration d ON d.tenant_id = c.tenant_id AND d.id = c.declaration_id"
                        + " WHERE d.attempt = 2 AND d.parcel_id = " + parcel + " AND d.tenant_id = ";
        String cause = "REFUSED";
        broker.post("/declarations", "/declarations/again/all", Map.of("outcome", cause, "code", ""));
        assertThat(number(papers)).as("order, waybill and list").isEqualTo(3);
        own.post("/orders/" + order, path(order), Map.of("line1.hs", "6205200099", "reason", "once more"));
        assertThat(corrections()).as("a declaration stands on it").isEqualTo(3);
    }

    private static String path(long order) {
        return "/orders/" + order + "/correct";
    }

    private Visitor visitor(String role, String merchant) {
        var visitor = new Visitor(port);
        String name = (role + merchant).toLowerCase(java.util.Locale.ROOT).replace(" ", "") + tenant;
        visitor.signIn(people.person(tenant, name, role, merchant), People.PASSWORD);
        return visitor;
    }

    private long corrections() {
        return number("SELECT count(*) FROM order_correction WHERE tenant_id = ");
    }

    private long number(String sql) {
        return tenants.asOwner(sql + tenant);
    }
}

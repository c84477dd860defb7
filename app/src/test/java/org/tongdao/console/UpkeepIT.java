package org.tongdao.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.console.access.People;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.Tenancy;

/** An administrator sees what is well and what is not, who changed what, and takes a copy of everything home. */
@OnConsole
class UpkeepIT {

    @LocalServerPort
    int port;

    @Autowired
    FreshTenant tenants;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private int tenant;
    private Visitor admin;

    @BeforeEach
    void anAdministrator() {
        tenant = tenants.create();
        admin = visitor(tenant, "ADMIN");
    }

    @Test
    void theSelfTestAsksTheRealThings() {
        String well = admin.get("/admin/upkeep/self-test?lang=en").body();
        assertThat(well).contains("PostgreSQL", "Tenants are kept apart", "Start bin/tongdao serve");
        assertThat(well.split("class=\"mark ok\"")).hasSizeGreaterThan(7);
        // a bag in two containers cannot be made, so a batch that miscounts its rows stands for all invariants
        run("""
                INSERT INTO order_batch (tenant_id, file_name, sha256, merchant, received_at, total_rows, accepted, rejected, duplicate, orders)
                VALUES (current_tenant(), 'f.csv', 'wrong', 'm', now(), 5, 5, 0, 0, 5)""");
        assertThat(admin.get("/admin/upkeep/self-test?lang=en").body()).contains("I-01", "Stop departures");
    }

    @Test
    void theTrailReadsAndIsSearchedInTheReadersLanguage() {
        for (String act : List.of("print again", "sign-in refused", "something of an older version")) {
            run(
                    "INSERT INTO audit_log (tenant_id, actor, role, action, subject) VALUES (current_tenant(), 'wang', 'BROKER', '"
                            + act + "', 'P-1')");
        }
        assertThat(admin.get("/admin/audit?actor=wang&lang=zh").body())
                .contains(">重新打印<", ">登录被拒<", ">something of an older version<")
                .doesNotContain(">print again<");
        assertThat(admin.get("/admin/audit?actor=wang&words=" + URLEncoder.encode("重新", UTF_8) + "&lang=zh")
                        .body())
                .contains(">重新打印<")
                .doesNotContain(">登录被拒<");
        assertThat(admin.get("/admin/audit?actor=wang&words=" + URLEncoder.encode("напечатать", UTF_8) + "&lang=ru")
                        .body())
                .contains(">Напечатать снова<");
        assertThat(admin.get("/admin/audit.csv?actor=wang&words=" + URLEncoder.encode("Напечатать", UTF_8))
                        .body())
                .contains(",print again,")
                .doesNotContain("refused");
    }

    @Test
    void theTrailIsSearchedByPersonWordsAndDay() {
        for (int i = 0; i < 130; i++) {
            run(
                    "INSERT INTO audit_log (tenant_id, actor, role, action, subject, at) VALUES (current_tenant(), 'li', 'BROKER', 'resend', 'message "
                            + i + "', '2026-02-0" + (1 + i % 3) + "T10:00:00+08')");
        }
        String found = admin.get("/admin/audit?actor=li&words=MESSAGE%2012&from=2026-02-01&to=2026-02-02")
                .body();
        assertThat(found)
                .contains("message 120", "message 121", "message 12<")
                .doesNotContain("message 122", "message 3<");
        String first = admin.get("/admin/audit?actor=li").body();
        assertThat(first).contains("message 129", "before=").doesNotContain("message 29<");
        assertThat(admin.get("/admin/audit.csv?actor=li").body().lines()).hasSize(131);
        assertThat(visitor(tenants.create(), "ADMIN")
                        .get("/admin/audit?words=message")
                        .body())
                .doesNotContain("message 12");
    }

    @Test
    void whatAWireGaveUpIsSentAgainByHandWithTheSameBytes() {
        run(
                "INSERT INTO outbox (tenant_id, wire, message_key, payload, created_at, attempts, dead_reason) VALUES (current_tenant(), 'rail', 'K-7', 'abc', now(), 9, 'host is gone')");
        assertThat(admin.get("/admin/jobs").body()).contains("K-7", "host is gone");
        long id = tenants.asOwner("SELECT id FROM outbox WHERE message_key = 'K-7' AND tenant_id = " + tenant);
        admin.post("/admin/jobs", "/admin/jobs/messages/" + id + "/again", Map.of());
        assertThat(admin.get("/admin/jobs").body()).doesNotContain("host is gone");
        assertThat(tenants.asOwner(
                        "SELECT count(*) FROM outbox WHERE dead_reason IS NULL AND payload = 'abc' AND id = " + id))
                .isEqualTo(1);
        assertThat(admin.get("/admin/audit?words=send%20again").body()).contains("message #" + id);
    }

    @Test
    void onlyTheHomeTakesABackupAndItIsAZip() {
        assertThat(admin.post("/admin/upkeep", "/admin/upkeep/backup", Map.of()).statusCode())
                .isEqualTo(404);
        var home = visitor(Tenancy.HOME, "ADMIN");
        var file = home.post("/admin/upkeep", "/admin/upkeep/backup", Map.of());
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).startsWith("PK").contains("manifest.json");
        assertThat(home.get("/admin/upkeep").body()).contains("tongdao-");
    }

    @Test
    void anAuditorReadsTrailRolesAndJobsButKeepsHandsOff() {
        var auditor = visitor(tenant, "AUDITOR");
        assertThat(auditor.get("/today").body())
                .contains("href=\"/admin/audit\"")
                .doesNotContain("href=\"/admin\"");
        assertThat(auditor.get("/admin/roles?lang=en").body()).contains("POST /orders/bulk");
        assertThat(auditor.get("/admin/upkeep").statusCode()).isEqualTo(403);
    }

    private void run(String sql) {
        Tenancy.run(
                tenant,
                () -> transaction.executeWithoutResult(s -> jdbc.sql(sql).update()));
    }

    private Visitor visitor(int of, String role) {
        var one = new Visitor(port);
        one.signIn(people.person(of, role.toLowerCase(java.util.Locale.ROOT) + of + "-upkeep", role), People.PASSWORD);
        return one;
    }
}

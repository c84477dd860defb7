package org.tongdao.console;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tongdao.console.access.People;
import org.tongdao.intake.ImportRequest;
import org.tongdao.intake.Intake;
import org.tongdao.intake.OrderLines;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.Tenancy;

/** Two tenants, and two merchants of one tenant, do not see each other: by no route, no count, no export and no text of an error. */
@OnConsole
class ApartIT {

    private static final String CANARY = "CANARY";

    @LocalServerPort
    int port;

    @Autowired
    FreshTenant tenants;

    @Autowired
    People people;

    @Autowired
    Intake intake;

    @TempDir
    Path folder;

    private int owner;
    private long order;
    private long batch;

    @BeforeEach
    void ordersOfSomebodyElse() {
        owner = tenants.create();
        var file = OrderLines.file()
                .row(
                        "merchant",
                        CANARY + " Shop",
                        "order no",
                        CANARY + "-1",
                        "consignee",
                        "Canary Person",
                        "sku",
                        CANARY + "-SKU",
                        "city",
                        "Almaty")
                .row("merchant", CANARY + " Shop", "order no", CANARY + "-2", "hs", "0000000001");
        batch = Tenancy.as(
                        owner,
                        () -> intake.importFile(new ImportRequest(
                                file.write(folder, CANARY + ".csv"), CANARY + " Shop", Optional.empty())))
                .batchId();
        order = tenants.asOwner("SELECT id FROM customer_order WHERE tenant_id = " + owner);
    }

    @Test
    void anotherTenantSeesNothingByAnyRoute() throws IOException {
        int other = tenants.create();
        walk(signedIn(people.person(other, "other" + other, "ADMIN")));
    }

    @Test
    void anotherMerchantOfTheSameTenantSeesNothingByAnyRoute() throws IOException {
        walk(signedIn(people.person(owner, "rival" + owner, "MERCHANT", "Rival Shop")));
    }

    @Test
    void aMerchantSeesHisOwn() {
        var own = signedIn(people.person(owner, "own" + owner, "MERCHANT", CANARY + " Shop"));
        assertThat(own.get("/orders").body()).contains(CANARY + "-1");
        assertThat(own.get("/orders/" + order).body()).contains("Canary Person");
        assertThat(own.get("/batches/" + batch).statusCode()).isEqualTo(200);
    }

    @Test
    void theWalkWouldSeeALeak() {
        var own = signedIn(people.person(owner, "admin" + owner, "ADMIN"));
        assertThat(own.get("/orders").body()).contains(CANARY);
        assertThat(own.get("/orders.csv").body()).contains(CANARY);
        assertThat(own.get("/batches").body()).contains(CANARY);
    }

    /** Every GET route with the owner's ids and with ids that nobody has: the same answer, and nothing of the owner's. */
    private void walk(Visitor visitor) throws IOException {
        for (var route : routes()) {
            String path = route.getField("path");
            if (!route.getField("method").equals("GET")
                    || route.getField("roles").equals("public")
                    || path.contains("**")) {
                continue;
            }
            String id = path.startsWith("/batches") ? "" + batch : "" + order;
            var foreign = visitor.get(path.replaceAll("\\{[^}]+}", id));
            assertThat(foreign.body()).as(path).doesNotContain(CANARY, "Canary Person");
            if (path.contains("{id}")) {
                var nothing = visitor.get(path.replaceAll("\\{[^}]+}", "99999999"));
                assertThat(foreign.statusCode())
                        .as(path)
                        .isEqualTo(nothing.statusCode())
                        .isIn(403, 404);
                assertThat(plain(foreign.body(), id)).as(path).isEqualTo(plain(nothing.body(), "99999999"));
            }
        }
        for (String query : List.of(
                "/find?q=" + CANARY + "-1",
                "/orders?q=" + CANARY,
                "/orders?batch=" + batch,
                "/orders.csv?batch=" + batch)) {
            assertThat(visitor.get(query)
                            .body()
                            .replace(CANARY + "-1", "")
                            .replace("\"" + CANARY + "\"", "")
                            .replace("q=" + CANARY, ""))
                    .as(query)
                    .doesNotContain(CANARY);
        }
        assertThat(tenants.asOwner("SELECT count(*) FROM customer_order WHERE tenant_id = " + owner))
                .isEqualTo(1);
    }

    private static String plain(String body, String id) {
        return body.replaceAll("value=\"[\\w-]{20,}\"", "").replace("/" + id, "/ID");
    }

    private Visitor signedIn(String name) {
        var visitor = new Visitor(port);
        visitor.signIn(name, People.PASSWORD);
        return visitor;
    }

    private static List<NamedCsvRecord> routes() throws IOException {
        try (var rows = CsvReader.builder()
                .ofNamedCsvRecord(Path.of("src/main/resources/org/tongdao/console/access/routes.csv"))) {
            return rows.stream().toList();
        }
    }
}

package org.tongdao.console;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.tongdao.console.access.People;
import org.tongdao.platform.FreshTenant;

/** The matrix file makes the tests: every role is tried at every route, and the answer is the file's. */
@OnConsole
class MatrixIT {

    private static final List<String> ROLES =
            List.of("ADMIN", "OPERATOR", "BROKER", "DISPATCHER", "WAREHOUSE", "FINANCE", "MERCHANT", "PARK", "AUDITOR");

    @LocalServerPort
    int port;

    @Autowired
    FreshTenant tenants;

    @Autowired
    People people;

    @Autowired
    RequestMappingHandlerMapping mappings;

    @Test
    void everyRoleOpensWhatTheFileSaysAndNothingElse() throws IOException {
        int tenant = tenants.create();
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (String role : ROLES) {
            var visitor = new Visitor(port);
            visitor.signIn(
                    people.person(tenant, role.toLowerCase(java.util.Locale.ROOT) + tenant, role), People.PASSWORD);
            for (var route : routes()) {
                String path = route.getField("path");
                if (route.getField("roles").equals("public") || path.equals("/sign-out") || path.contains("**")) {
                    continue;
                }
                tried++;
                boolean allowed = Set.of(route.getField("roles").split("\\s+")).contains(role);
                int status = visitor.call(route.getField("method"), path.replaceAll("\\{[^}]+}", "1"));
                if (allowed == (status == 403) || status >= 500) {
                    wrong.add(role + " " + route.getField("method") + " " + path + " " + status);
                }
            }
        }
        assertThat(tried).isGreaterThan(300);
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyHandlerIsInTheFileAndTheFileHasNoOther() throws IOException {
        Set<String> listed = routes().stream()
                .map(r -> r.getField("method") + " " + r.getField("path"))
                .filter(r -> !r.contains("**"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> served = new TreeSet<>(Set.of("GET /favicon.ico", "POST /sign-in", "POST /sign-out"));
        mappings.getHandlerMethods()
                .keySet()
                .forEach(info -> info.getPatternValues().stream()
                        .filter(pattern -> !pattern.startsWith("/api/") && !pattern.equals("/error"))
                        .forEach(pattern -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(m -> served.add(m + " " + pattern.replaceFirst("\\.(svg|zpl)$", "")))));
        listed.remove("GET /error");
        assertThat(listed).isEqualTo(served);
    }

    @Test
    void whoComesInAndWhoDoesNotStandsInTheTrail() {
        int tenant = tenants.create();
        String name = people.person(tenant, "seen" + tenant, "OPERATOR");
        new Visitor(port).signIn(name, "a wrong password");
        new Visitor(port).signIn(name, People.PASSWORD);
        long refused = tenants.asOwner(
                "SELECT count(*) FROM audit_log WHERE action = 'sign-in refused' AND tenant_id = " + tenant);
        long came =
                tenants.asOwner("SELECT count(*) FROM audit_log WHERE action = 'sign in' AND tenant_id = " + tenant);
        assertThat(refused).isEqualTo(1);
        assertThat(came).isEqualTo(1);
        new Visitor(port).signIn("nobody-" + tenant, "my secret");
        assertThat(tenants.asOwner(
                        "SELECT count(*) FROM audit_log WHERE subject LIKE '%secret%' OR subject LIKE '%nobody-%'"))
                .isZero();
    }

    @Test
    void everyTableThatHoldsAMerchantsRowsIsRestrictedToThem() {
        assertThat(tenants.asOwner("""
            SELECT count(*) FROM pg_class c
            WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace AND c.relname NOT IN ('app_user', 'invitation')
              AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname IN ('merchant', 'order_id', 'parcel_id', 'batch_id'))
              AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id')
              AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'merchant_only' AND NOT p.polpermissive)\
            """)).isZero();
    }

    private static List<NamedCsvRecord> routes() throws IOException {
        var file = Path.of("src/main/resources/org/tongdao/console/access/routes.csv");
        try (var rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return rows.stream().toList();
        }
    }
}

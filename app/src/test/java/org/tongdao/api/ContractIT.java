package org.tongdao.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.tongdao.api.key.ApiRoutes;
import org.tongdao.bench.BenchStory;
import org.tongdao.console.OnConsole;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.Tenancy;
import org.tongdao.printing.PrintQueue;
import org.tongdao.printing.Printers;

/** The document and the server say the same: every route of one is in the other, and every promised answer was seen in its promised shape. */
@OnConsole
class ContractIT {

    private final Contract contract = new Contract();

    @LocalServerPort
    int port;

    @Autowired
    FreshTenant tenants;

    @Autowired
    ApiKeys keys;

    @Autowired
    ApiRoutes routes;

    @Autowired
    Printers printers;

    @Autowired
    PrintQueue queue;

    @Autowired
    BenchStory bench;

    @Autowired
    RequestMappingHandlerMapping mappings;

    @Test
    void documentTableAndServerHaveTheSameRoutes() {
        Set<String> served = new TreeSet<>();
        mappings.getHandlerMethods()
                .keySet()
                .forEach(info -> info.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/api/"))
                        .forEach(pattern ->
                                info.getMethodsCondition().getMethods().forEach(m -> served.add(m + " " + pattern))));
        var table = routes.list().stream().map(r -> r.method() + " " + r.path()).collect(Collectors.toSet());
        assertThat(served).isEqualTo(contract.operations());
        assertThat(table).isEqualTo(contract.operations());
    }

    @Test
    void everyPromisedAnswerIsGivenInItsShape() throws InterruptedException {
        int tenant = tenants.create();
        var all = program(tenant, ApiKey.SCOPES);
        Tenancy.run(tenant, () -> {
            printers.add("DESK", "", "test");
            queue.again(bench.released(1).get(0), "DESK", "first", "test");
        });
        new ContractStory(all, contract).tell();
        var stranger = new Program(port, "", contract);
        var powerless = program(tenant, List.of("files:drop"));
        for (var route : routes.list()) {
            if (!route.scope().equals("public")) {
                String path = route.path().replaceAll("\\{[^}]+}", "1");
                @Nullable
                String body = route.method().equals("GET") || route.method().equals("DELETE") ? null : "{}";
                assertThat(stranger.send(route.method(), path, body, Map.of()).status())
                        .as(path)
                        .isEqualTo(401);
                assertThat(powerless.send(route.method(), path, body, Map.of()).status())
                        .as(path)
                        .isEqualTo(403);
            }
        }
        assertThat(contract.seen()).containsAll(contract.promised());
    }

    @Test
    void aRouteThatIsNotInTheTableDoesNotExistEvenForAKeyThatMayAll() {
        var all = tenants.create();
        var secret = Tenancy.as(all, () -> keys.issue("all", ApiKey.SCOPES, "", "test"))
                .secret();
        assertThat(RawCall.status(port, "GET", "/api/v1/users", secret)).isEqualTo(404);
        assertThat(RawCall.status(port, "DELETE", "/api/v1/orders/1", secret)).isEqualTo(404);
        assertThat(RawCall.status(port, "GET", "/api/v1/orders", "tdk_guess")).isEqualTo(401);
    }

    @Test
    void anEndedKeyIsOutAtOnce() {
        int tenant = tenants.create();
        var issued = Tenancy.as(tenant, () -> keys.issue("shop", List.of("orders:read"), "", "test"));
        assertThat(RawCall.status(port, "GET", "/api/v1/orders", issued.secret()))
                .isEqualTo(200);
        Tenancy.run(tenant, () -> keys.revoke(issued.id(), java.util.Optional.empty()));
        assertThat(RawCall.status(port, "GET", "/api/v1/orders", issued.secret()))
                .isEqualTo(401);
    }

    private Program program(int tenant, List<String> scopes) {
        return new Program(
                port,
                Tenancy.as(tenant, () -> keys.issue("p", scopes, "", "test")).secret(),
                contract);
    }
}

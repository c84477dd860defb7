package org.tongdao.printing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tongdao.Tongdao;
import org.tongdao.api.ApiKeys;
import org.tongdao.bench.BenchStory;
import org.tongdao.console.OnConsole;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.Tenancy;

/** The agent beside a printer, as it is started by hand, against the running server. */
@OnConsole
class PrintAgentIT {

    @LocalServerPort
    int port;

    @Autowired
    Printers printers;

    @Autowired
    PrintQueue queue;

    @Autowired
    ApiKeys keys;

    @Autowired
    BenchStory story;

    @Autowired
    FreshTenant tenants;

    @TempDir
    Path folder;

    @Test
    void labelsComeOutBesideTheAgentInOrderOnceAndARefusedKeyIsSaid() throws Exception {
        int tenant = tenants.create();
        var parcels = Tenancy.as(tenant, () -> {
            printers.add("DESK", "", "test");
            var told = story.released(2);
            told.forEach(no -> queue.again(no, "DESK", "first", "test"));
            return told;
        });
        var out = Files.createDirectory(folder.resolve("out"));
        assertThat(run(key(tenant, "prints:take"), out.toString())).isZero();
        try (var files = Files.list(out)) {
            assertThat(files.map(f -> f.getFileName().toString()).sorted())
                    .containsExactlyElementsOf(
                            parcels.stream().map(no -> no + "-1.zpl").sorted().toList());
        }
        assertThat(Files.readString(out.resolve(parcels.get(0) + "-1.zpl"))).contains(parcels.get(0));
        assertThat(Tenancy.as(tenant, () -> queue.list("", Long.MAX_VALUE, 9)))
                .extracting(PrintJob::state)
                .containsOnly(PrintJob.State.PRINTED);
        assertThat(run(key(tenant, "orders:read"), out.toString())).isEqualTo(2);
        Tenancy.run(tenant, () -> queue.again(parcels.get(0), "DESK", "torn", "test"));
        assertThat(run(
                        key(tenant, "prints:take"),
                        folder.resolve("no-such-device").toString()))
                .isEqualTo(1);
        assertThat(Tenancy.as(tenant, () -> queue.list("", Long.MAX_VALUE, 1)).get(0))
                .matches(j -> j.state() == PrintJob.State.WAITING && j.why().contains("is not there"));
    }

    private Path key(int tenant, String scope) throws Exception {
        var secret = Tenancy.as(tenant, () -> keys.issue("agent", List.of(scope), "", "test"))
                .secret();
        return Files.writeString(folder.resolve(scope.replace(':', '-') + ".key"), secret);
    }

    private int run(Path key, String target) {
        return Tongdao.run(
                "print-agent",
                "--server",
                "http://localhost:" + port,
                "--key-file",
                key.toString(),
                "--printer",
                "DESK",
                "--to",
                target,
                "--once");
    }
}

package org.tongdao.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tongdao.console.OnConsole;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.Tenancy;

/** Every curl command of the guide is run as it stands there, and none of them is answered with a fault of the call. */
@OnConsole
class GuideIT {

    private static final Pattern BLOCK = Pattern.compile("```bash\\n(.*?)```", Pattern.DOTALL);

    @LocalServerPort
    int port;

    @Autowired
    FreshTenant tenants;

    @Autowired
    ApiKeys keys;

    @Test
    void theCommandsOfTheGuideWork() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "no curl here");
        int tenant = tenants.create();
        var key = Tenancy.as(tenant, () -> keys.issue("guide", ApiKey.SCOPES, "", "test"));
        var guide = Files.readString(Path.of("..", "docs", "guide", "api.md"));
        var commands = BLOCK.matcher(guide).results().map(m -> m.group(1)).toList();
        assertThat(commands).hasSizeGreaterThan(4);
        for (String command : commands) {
            String told = run(command, key.secret());
            assertThat(told).as(command).isNotBlank().doesNotContain("urn:tongdao:problem");
        }
        assertThat(tenants.asOwner(
                        "SELECT count(*) FROM customer_order WHERE order_no = 'SHOP-1001' AND tenant_id = " + tenant))
                .isEqualTo(1);
    }

    private String run(String command, String secret) throws IOException, InterruptedException {
        var shell = new ProcessBuilder(List.of("bash", "-ec", command)).redirectErrorStream(true);
        shell.environment().put("TONGDAO", "http://localhost:" + port);
        shell.environment().put("KEY", secret);
        var process = shell.start();
        process.getOutputStream().close();
        String told = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(told).isZero();
        return told;
    }
}

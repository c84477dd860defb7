package org.tongdao.api.drop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongdao.intake.OrderLines;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.OnDatabase;
import org.tongdao.platform.PlatformSettings;
import org.tongdao.platform.TenantList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files that are dropped are answered by files: what was taken, what was not, and why. */
@OnDatabase
class DropIT {

    @Autowired
    Drop drop;

    @Autowired
    FreshTenant tenants;

    @Autowired
    TenantList list;

    @Autowired
    PlatformSettings settings;

    private int tenant;
    private Path box;

    @BeforeEach
    void aBoxOfAMerchant() throws IOException {
        tenant = tenants.create();
        box = settings.home().resolve("drop").resolve(list.code(tenant)).resolve("Tianshan Trade");
        Files.createDirectories(box.resolve("in"));
    }

    @Test
    void goodBadAndDoubledRowsAreAnsweredAndTheFileIsPutAway() throws IOException {
        OrderLines.file()
                .row()
                .row()
                .row("order no", "TS-2", "hs", "0000000001")
                .write(box.resolve("in"), "orders.csv");
        assertThat(drop.sweep(tenant)).isEqualTo(1);
        var ack = ack("orders.csv");
        assertThat(ack.at("/outcome").asString()).isEqualTo("taken");
        assertThat(List.of(
                        ack.at("/rows").asInt(),
                        ack.at("/accepted").asInt(),
                        ack.at("/rejected").asInt(),
                        ack.at("/duplicate").asInt()))
                .containsExactly(3, 1, 1, 1);
        assertThat(Files.readString(box.resolve("err").resolve(ack.at("/errors").asString())))
                .contains("TS-2", "HS-");
        assertThat(box.resolve("done/orders.csv")).exists();
        assertThat(box.resolve("in/orders.csv")).doesNotExist();
        assertThat(drop.sweep(tenant)).isZero();
    }

    @Test
    void aFileThatIsStillWrittenIsLeftAlone() throws IOException {
        OrderLines.file().row().write(box.resolve("in"), "orders.csv.part");
        OrderLines.file().row().write(box.resolve("in"), ".orders.csv");
        assertThat(drop.sweep(tenant)).isZero();
        assertThat(box.resolve("in/orders.csv.part")).exists();
    }

    @Test
    void theSameFileAgainIsKnownAndMakesNoOrderTwice() {
        OrderLines.file().row().write(box.resolve("in"), "a.csv");
        drop.sweep(tenant);
        OrderLines.file().row().write(box.resolve("in"), "a.csv");
        drop.sweep(tenant);
        assertThat(ack("a.csv").at("/outcome").asString()).isEqualTo("known");
        assertThat(tenants.asOwner("SELECT count(*) FROM customer_order WHERE tenant_id = " + tenant))
                .isEqualTo(1);
        assertThat(box.resolve("done")).isDirectoryContaining("glob:**-a.csv");
    }

    @Test
    void aFileThatIsNoOrderFileIsRefusedInWords() throws IOException {
        Files.writeString(box.resolve("in/letter.csv"), "Dear Sirs,\nplease send\n");
        drop.sweep(tenant);
        var ack = ack("letter.csv");
        assertThat(ack.at("/outcome").asString()).isEqualTo("refused");
        assertThat(ack.at("/refusals")).isNotEmpty();
        assertThat(box.resolve("err/letter.csv.csv")).exists();
    }

    @Test
    void aRowOfAnotherMerchantIsAFault() {
        OrderLines.file()
                .row()
                .row("order no", "TS-3", "merchant", "Rival Shop")
                .write(box.resolve("in"), "mixed.csv");
        drop.sweep(tenant);
        assertThat(ack("mixed.csv").at("/accepted").asInt()).isEqualTo(1);
        assertThat(tenants.asOwner(
                        "SELECT count(*) FROM intake_finding WHERE rule = 'MERCHANT-FOREIGN' AND tenant_id = "
                                + tenant))
                .isEqualTo(1);
    }

    private JsonNode ack(String file) {
        try {
            return JsonMapper.builder()
                    .build()
                    .readTree(Files.readString(box.resolve("ack").resolve(file + ".ack")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

package org.tongdao.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongdao.Tongdao;
import org.tongdao.customs.CebReader;
import org.tongdao.emulator.WireName;
import org.tongdao.emulator.customs.Conduct;
import org.tongdao.emulator.customs.CustomsOffice;

/** What {@code customs build} writes passes the emulated customs office, regime by regime. */
class BuiltMessagesTest {

    private static final Instant AT = Instant.parse("2026-11-28T04:00:00Z");

    @TempDir
    Path folder;

    @Test
    void ordersToCompaniesAreReleased() throws IOException {
        assertThat(states("CEB604", "b2b.csv", "--regime", "9710")).containsExactly("800", "800");
    }

    @Test
    void bookingsOfAnOverseasWarehouseAreReleased() throws IOException {
        assertThat(states("CEB604", "b2b.csv", "--regime", "9810")).containsExactly("800", "800");
    }

    @Test
    void directImportIsReleased() throws IOException {
        assertThat(states("CEB622", "import.csv", "--way", "IMPORT")).containsExactly("800");
    }

    @Test
    void bondedImportIsReleased() throws IOException {
        var ledger = "H94001234567,6501230005,仓储";
        assertThat(states("CEB622", "import.csv", "--way", "IMPORT", "--regime", "1210", "--ledger", ledger))
                .containsExactly("800");
    }

    /** The last word of customs on each list. */
    private List<String> states(String receipt, String file, String... more) throws IOException {
        var example =
                Path.of("..", "examples", "customs", file).toAbsolutePath().normalize();
        var args = new ArrayList<>(List.of("customs", "build", example.toString(), "--out", at("built"), "--at"));
        args.addAll(List.of(AT.toString(), "--key", at("key.pem")));
        args.addAll(List.of(more));
        Tongdao.run(args.toArray(new String[0]));
        hand();
        var office = new CustomsOffice(folder.resolve("wire"), 1, Conduct.calm());
        var next = office.deliver(AT);
        for (int i = 0; i < 200 && next.isPresent(); i++) {
            next = office.deliver(next.get());
        }
        var last = new TreeMap<String, String>();
        try (var files = Files.list(folder.resolve("wire/customs/in"))) {
            for (var answer : files.sorted().toList()) {
                var message = CebReader.read(answer.toString(), Files.readAllBytes(answer))
                        .message();
                message.stream()
                        .flatMap(m -> m.documents().stream())
                        .filter(d -> d.type().code().equals(receipt))
                        .forEach(d -> last.put(d.get("copNo"), d.get("returnStatus")));
            }
        }
        return List.copyOf(last.values());
    }

    /** Lays the messages on the wire, each type a minute after the one before it. */
    private void hand() throws IOException {
        var out = Files.createDirectories(folder.resolve("wire/customs/out"));
        try (var files = Files.list(folder.resolve("built"))) {
            int minute = 0;
            for (var message : files.sorted().toList()) {
                var type = message.getFileName().toString().substring(0, 6);
                var name = new WireName(AT.plusSeconds(60L * minute++), type, "M" + minute, "xml");
                Files.copy(message, out.resolve(name.fileName()));
            }
        }
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }
}

package org.tongdao.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficeTest {

    private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");

    @TempDir
    Path folder;

    private WireFolder wire;

    @BeforeEach
    void openTheWire() throws IOException {
        wire = new WireFolder(folder, "customs");
        Files.createDirectories(folder.resolve("customs/done"));
    }

    @Test
    void answersAppearWhenTheyAreDueAndTheNextDueTimeIsTold() throws IOException {
        send(NINE, "a");
        var office = new Office(wire, OfficeTest::twoAnswers);
        assertThat(office.deliver(NINE)).contains(NINE.plusSeconds(60));
        assertThat(incoming()).isEmpty();
        assertThat(office.deliver(NINE.plusSeconds(60))).contains(NINE.plusSeconds(120));
        assertThat(incoming()).containsExactly("20261123T090100000Z_FIRST_a.xml");
        assertThat(office.deliver(NINE.plusSeconds(120))).isEmpty();
        assertThat(incoming()).hasSize(2);
    }

    @Test
    void aRestartedOfficeRepeatsNothingThatWasTakenInAndMissesNothing() throws IOException {
        send(NINE, "a");
        new Office(wire, OfficeTest::twoAnswers).deliver(NINE.plusSeconds(60));
        var first = incoming().get(0);
        Files.move(
                folder.resolve("customs/in").resolve(first),
                folder.resolve("customs/done").resolve(first));
        new Office(wire, OfficeTest::twoAnswers).deliver(NINE.plusSeconds(600));
        assertThat(incoming()).containsExactly("20261123T090200000Z_SECOND_a.xml");
    }

    @Test
    void halfWrittenAndForeignFilesAreNotRead() throws IOException {
        Files.writeString(folder.resolve("customs/out/.20261123T090000000Z_DOC_a.xml.part"), "<half");
        Files.writeString(folder.resolve("customs/out/readme.txt"), "hello");
        Files.writeString(folder.resolve("customs/out/20269923T090000000Z_DOC_a.xml"), "bad date");
        assertThat(wire.sent()).isEmpty();
    }

    @Test
    void namesReadBackAsTheyWereWritten() {
        var name = new WireName(NINE.plusMillis(7), "CEB603", "4CDE1CFD-EDED", "xml");
        assertThat(name.fileName()).isEqualTo("20261123T090000007Z_CEB603_4CDE1CFD-EDED.xml");
        assertThat(WireName.parse(name.fileName())).contains(name);
    }

    private static List<Answer> twoAnswers(Sent document) {
        return List.of(answer(document, "FIRST", 60), answer(document, "SECOND", 120));
    }

    private static Answer answer(Sent document, String kind, int seconds) {
        var due = document.name().at().plus(Duration.ofSeconds(seconds));
        return Answer.of(new WireName(due, kind, document.name().key(), "xml"), () -> kind.getBytes(UTF_8));
    }

    private void send(Instant at, String key) throws IOException {
        Files.writeString(
                folder.resolve("customs/out").resolve(new WireName(at, "DOC", key, "xml").fileName()), "<x/>");
    }

    private List<String> incoming() throws IOException {
        try (var files = Files.list(folder.resolve("customs/in"))) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }
}

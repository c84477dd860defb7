package org.tongdao.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongdao.terms.S10;
import org.tongdao.tracking.Epc;
import org.tongdao.tracking.EpcisWriter;
import org.tongdao.tracking.Milestone;
import org.tongdao.tracking.Sighting;
import picocli.CommandLine;

class EventsCommandTest {

    private static final String NUMBER = S10.of("LZ", 1, "CN").value();

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path file = Path.of("");

    @BeforeEach
    void twoEvents() throws IOException {
        file = folder.resolve("epcis.jsonl");
        var lines = new StringWriter();
        try (var writer = EpcisWriter.lines(lines)) {
            writer.write(event(Milestone.T010, "2026-01-01T00:00:00Z"));
            writer.write(event(Milestone.T250, "2026-01-09T00:00:00Z"));
            writer.write(event(Milestone.T250, "2026-01-09T00:00:00Z"));
        }
        Files.writeString(file, lines.toString());
    }

    @Test
    void eventsAreCountedOnceEach() {
        assertThat(run(file.toString())).isZero();
        assertThat(out.toString()).startsWith("2 events {T010=1, T250=1}");
    }

    @Test
    void parcelsStoryIsTold() {
        assertThat(run(file.toString(), "--parcel", NUMBER)).isZero();
        assertThat(out.toString()).startsWith("DELIVERED").contains("2026-01-09T00:00:00Z  T250  URC");
    }

    @Test
    void faultsArePrintedAndMakeItOne() throws IOException {
        Files.writeString(file, "{\"type\":\"ObjectEvent\"}");
        assertThat(run(file.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("EPCIS-MISSING epcis.jsonl:1 [eventID]");
    }

    @Test
    void jsonAnswersTheSame() {
        assertThat(run(file.toString(), "--json")).isZero();
        assertThat(out.toString()).contains("\"events\":{\"T010\":1,\"T250\":1}", "\"findings\":[]");
    }

    @Test
    void wrongFileOrNumberIsWrongUsage() {
        assertThat(run("nowhere.json")).isEqualTo(2);
        assertThat(run(file.toString(), "--parcel", "LZ000000010CN")).isEqualTo(2);
        assertThat(err.toString()).contains("nowhere.json", "check digit");
    }

    private static org.tongdao.tracking.EpcisEvent event(Milestone milestone, String at) {
        var sighting = Sighting.of(Epc.event(milestone, NUMBER), Instant.parse(at), "URC");
        return milestone.event(sighting, List.of(Epc.parcel(new S10(NUMBER))));
    }

    private int run(String... args) {
        return new CommandLine(new EventsCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}

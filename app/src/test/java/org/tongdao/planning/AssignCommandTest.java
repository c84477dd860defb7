package org.tongdao.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AssignCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Object command, String... args) {
        return new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    private int assign(String rows, String... more) throws IOException {
        assertThat(run(new NetworkCommand(), "generate", "--kind", "freight", "--places", "100", "--out", folder + ""))
                .isZero();
        var file = folder.resolve("shipments.csv");
        Files.writeString(file, "id,from,to,ready,deadline,containers,kg,m3,priority\n" + rows);
        var args = new java.util.ArrayList<>(
                java.util.List.of("--network", folder.toString(), "--shipments", file.toString(), "--rounds", "5"));
        args.addAll(java.util.List.of(more));
        out.getBuffer().setLength(0);
        return run(new AssignCommand(), args.toArray(String[]::new));
    }

    private JsonNode answer() {
        return JsonMapper.shared().readTree(out.toString());
    }

    @Test
    void shipmentsGoOrStayWithAReasonAndTheGapIsTold() throws IOException {
        int code = assign("""
                S1,P50,P60,2026-11-03T08:00:00Z,2026-11-20T08:00:00Z,1,12000,40,1
                S2,P51,P61,2026-11-03T16:00+08:00,2026-11-20T08:00Z,0.5,6000,20,3
                S3,P50,P60,2026-11-03T08:00:00Z,2026-11-03T08:05:00Z,1,1000,10,9
                """, "--json");
        assertThat(code).isZero();
        assertThat(answer().at("/goes")).hasSize(2);
        assertThat(answer().at("/goes/0/journey/legs")).isNotEmpty();
        assertThat(answer().at("/stays/0/id").asString()).isEqualTo("S3");
        assertThat(answer().at("/stays/0/why").asString()).isNotBlank();
        assertThat(answer().at("/gap").asDouble()).isBetween(0.0, 1.0);
        assertThat(answer().at("/cost").asDouble()).isPositive();
    }

    @Test
    void badRowsAreToldAndTheOthersGoOn() throws IOException {
        int code = assign("""
                S1,P50,P60,2026-11-03T08:00:00Z,2026-11-20T08:00:00Z,1,12000,40,1
                S1,P51,P61,2026-11-03T08:00:00Z,2026-11-20T08:00:00Z,1,6000,20,3
                S2,P50,NOWHERE,2026-11-03T08:00:00Z,2026-11-20T08:00:00Z,1,6000,20,3
                S3,P50,P60,2026-11-03T08:00:00Z,2026-11-20T08:00:00Z,1,-5,20,3
                S4,P50,P60,2026-11-03T08:00:00Z,2026-11-01T08:00:00Z,1,5,20,3
                """, "--json");
        assertThat(code).isEqualTo(1);
        assertThat(answer().at("/goes")).hasSize(1);
        assertThat(err.toString())
                .contains("shipments.csv:3 [id]")
                .contains("line 2 has it already")
                .contains("shipments.csv:4 [to]")
                .contains("NOWHERE")
                .contains("shipments.csv:5 [kg]")
                .contains("-5")
                .contains("shipments.csv:6 [deadline]");
    }

    @Test
    void oneShipmentOfAnotherTimeTakesTheDaysFromNobody() throws IOException {
        int code = assign("""
                S1,P50,P60,2026-11-03T08:00:00Z,2026-11-20T08:00:00Z,1,12000,40,1
                S2,P51,P61,2026-11-03T08:00:00Z,2026-11-20T08:00:00Z,1,6000,20,3
                S3,P50,P60,1990-11-03T08:00:00Z,2026-11-20T08:00:00Z,1,1000,10,1
                S4,P50,P50,2026-11-03T08:00:00Z,2026-11-20T08:00:00Z,1,1000,10,1
                S5,P50,P60,2026-11-03T08:00:00Z,2026-11-20T08:00:00Z,-1,1000,10,1
                S6,P50,P60,2026-11-03T08:00:00Z,2026-11-20T08:00:00Z,1,1000,10,1.5
                """, "--json");
        assertThat(code).isEqualTo(1);
        assertThat(answer().at("/goes")).hasSize(2);
        assertThat(err.toString())
                .contains("shipments.csv:4 [ready]  1990-11-03", "a file of its own")
                .contains("shipments.csv:5 [to]  P50", "another place")
                .contains("shipments.csv:6 [containers]  -1")
                .contains("shipments.csv:7 [priority]  1.5");
    }

    @Test
    void aHeaderThatMissesColumnsAndAFileThatIsNoTextAreToldOnce() throws IOException {
        assertThat(assign("")).isEqualTo(1);
        var file = folder.resolve("other.csv");
        Files.writeString(file, "id;from;to\nS1;P50;P60\nS2;P50;P60\n");
        err.getBuffer().setLength(0);
        String[] args = {"--network", folder.toString(), "--shipments", file.toString()};
        assertThat(run(new AssignCommand(), args)).isEqualTo(1);
        assertThat(err.toString().lines())
                .hasSize(5)
                .allMatch(l -> l.contains("other.csv:1 [") && l.contains("misses"));
        Files.write(file, new byte[] {(byte) 0xd7, (byte) 0xff, 10});
        err.getBuffer().setLength(0);
        assertThat(run(new AssignCommand(), args)).isEqualTo(1);
        assertThat(err.toString()).contains("UTF-8");
    }

    @Test
    void aFileWithoutShipmentsAndWrongUsageAreTold() throws IOException {
        assertThat(assign("")).isEqualTo(1);
        assertThat(err.toString()).contains("ASSIGN-SHIPMENT");
        assertThat(run(new AssignCommand(), "--network", "none", "--shipments", "none.csv"))
                .isEqualTo(2);
    }
}

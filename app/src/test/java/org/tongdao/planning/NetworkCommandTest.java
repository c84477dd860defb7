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

class NetworkCommandTest {

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

    private void generate() {
        assertThat(run(
                        new NetworkCommand(),
                        "generate",
                        "--kind",
                        "freight",
                        "--places",
                        "100",
                        "--out",
                        folder.toString()))
                .isZero();
    }

    @Test
    void whatIsMadeIsSound() {
        generate();
        assertThat(run(new NetworkCommand(), "check", folder.toString(), "--json"))
                .isZero();
        assertThat(out.toString()).contains("\"places\" : 100");
    }

    @Test
    void aBrokenRowIsToldWithFileLineAndValue() throws IOException {
        generate();
        var calls = folder.resolve("calls.csv");
        Files.writeString(calls, Files.readString(calls) + "R0,NOWHERE,999:00,999:00,1,1\n");
        assertThat(run(new NetworkCommand(), "check", folder.toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains("NET-PLACE-UNKNOWN")
                .contains("calls.csv:")
                .contains("NOWHERE");
    }

    @Test
    void queriesAreAnsweredALineEachAndBadOnesAreTold() throws IOException {
        generate();
        var queries = folder.resolve("queries.csv");
        Files.writeString(
                queries,
                "from,to,depart\nP50,P60,2026-11-03T08:00:00Z\nP50,P6000,2026-11-03T08:00:00Z\nP1,P2,tomorrow\n");
        var answers = folder.resolve("answers.jsonl");
        int code = run(
                new RouteCommand(),
                "--network",
                folder.toString(),
                "--queries",
                queries.toString(),
                "--criteria",
                "arrival,transfers,cost",
                "--out",
                answers.toString());
        assertThat(code).isEqualTo(1);
        assertThat(Files.readAllLines(answers)).hasSize(1).first().asString().contains("\"legs\":[{\"line\":");
        assertThat(err.toString())
                .contains("queries.csv:3 [to]")
                .contains("P6000")
                .contains("queries.csv:4 [depart]")
                .contains("tomorrow");
        assertThat(out.toString()).contains("1 queries, 0 without a way, mean");
        Files.writeString(queries, "from,to,depart\nP50,P60,2026-11-03T08:00:00Z\nP50,P60,2028-11-03T08:00:00Z\n");
        run(
                new RouteCommand(),
                "--network",
                folder.toString(),
                "--queries",
                queries.toString(),
                "--out",
                answers.toString());
        assertThat(err.toString()).contains("queries.csv:3 [depart]  2028-11-03T08:00:00Z  Maybe: before 2026-12");
        Files.writeString(queries, "from,to,depart\nP50,P60,2026-11-03T08:00:00Z\nP50,P60,2026-11-05T08:00:00Z\n");
        assertThat(run(
                        new RouteCommand(),
                        "--network",
                        folder.toString(),
                        "--queries",
                        queries.toString(),
                        "--now",
                        "2026-11-04T00:00:00Z",
                        "--out",
                        answers.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("ROUTE-PAST", "queries.csv:2 [depart]  2026-11-03T08:00:00Z");
        assertThat(Files.readAllLines(answers)).as("the later one goes on").hasSize(1);
        Files.writeString(queries, "from,to,depart\nP50\nP50,P60,2026-11-03T08:00:00Z,more\n\"P1\" x,P2,now\nP7,\"P8");
        assertThat(run(
                        new RouteCommand(),
                        "--network",
                        folder.toString(),
                        "--queries",
                        queries.toString(),
                        "--out",
                        answers.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("queries.csv:2 [depart]", "queries.csv:4 [depart]  now", "queries.csv:5");
        assertThat(Files.readAllLines(answers)).as("the good row goes on").hasSize(1);
        Files.writeString(queries, "from,to,depart\nP50,P60,2026-11-03T08:00:00Z\n");
        run(
                new RouteCommand(),
                "--network",
                folder.toString(),
                "--queries",
                queries.toString(),
                "--out",
                answers.toString());
        var week = folder.resolve("week.jsonl");
        run(
                new RouteCommand(),
                "--network",
                folder.toString(),
                "--queries",
                queries.toString(),
                "--window",
                "7",
                "--out",
                week.toString());
        assertThat(Files.readString(week).split("\"transfers\"", -1))
                .as("a week has more departures worth having than a moment")
                .hasSizeGreaterThan(Files.readString(answers).split("\"transfers\"", -1).length);
    }

    @Test
    void wrongUsageIsTold() {
        assertThat(run(new NetworkCommand(), "check", folder.resolve("none").toString()))
                .isEqualTo(2);
        assertThat(run(new NetworkCommand(), "generate", "--places", "3", "--out", folder.toString()))
                .isEqualTo(2);
        assertThat(run(new RouteCommand(), "--queries", "none.csv")).isEqualTo(2);
        assertThat(run(new RouteCommand())).isEqualTo(2);
    }
}

package org.tongdao.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongdao.routing.DoorSearch;
import picocli.CommandLine;

/** The shipped timetable against published days; the ranges and their sources stand beside each line. */
class CorridorTest {

    private static final Instant READY = Instant.parse("2026-11-23T00:00:00Z");

    @Test
    void almatyIsTwoToFourDaysFromUrumqi() { // 48 h to Kazakhstan (2019) [S47]; timetabled waits on top
        assertThat(hours("ALA")).isBetween(40L, 96L);
    }

    @Test
    void dushanbeIsThreeToTwelveDaysFromUrumqi() { // 72 h to Uzbekistan and Tajikistan (2019) [S47], 17 days to
        // Tashkent [P10]
        assertThat(hours("DYU")).isBetween(72L, 288L);
    }

    @Test
    void warsawAndBudapestAreNineToSixteenDaysFromUrumqi() { // 16 d to the Netherlands (2019) [S47]; about 15 d of
        // main routes (2022) [S13]
        assertThat(hours("WAW")).isBetween(216L, 384L);
        assertThat(hours("CPE")).isBetween(216L, 384L);
    }

    @Test
    void routeCommandAnswersInJson() {
        var out = new StringWriter();
        int code = command(out, "--to", "CPE", "--depart", "2026-11-23T08:00:00Z", "--json");
        assertThat(code).isZero();
        assertThat(out.toString())
                .contains("\"line\" : \"DM\"")
                .contains("\"within14Days\"")
                .contains("\"daysP90\"");
    }

    @Test
    void routeCommandNamesTheUnknownPlaceAndTheMissingWay() {
        var out = new StringWriter();
        assertThat(command(out, "--to", "XXX", "--depart", "2026-11-23T08:00:00Z"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("ROUTE-PLACE-UNKNOWN").contains("XXX");
        assertThat(command(out, "--to", "CPE", "--depart", "tomorrow")).isEqualTo(1);
        assertThat(out.toString()).contains("ROUTE-TIME").contains("tomorrow");
        assertThat(command(out, "--from", "WAW", "--to", "ALA", "--depart", "2026-11-23T08:00:00Z"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("ROUTE-NONE");
    }

    @Test
    void routeCommandNamesTheDaysWithoutServiceThatKeepGoodsFromTheirDeadline() {
        var out = new StringWriter();
        int code = command(
                out,
                "--from",
                "KSC",
                "--to",
                "OSS",
                "--depart",
                "2026-11-27T08:00:00Z",
                "--by",
                "2026-11-30T00:00:00Z");
        assertThat(code).isEqualTo(1);
        assertThat(out.toString())
                .contains("ROUTE-NONE")
                .contains(
                        "no service KSC -> OSS (KO) on Fridays, Saturdays, Sundays; IRK is closed on Saturdays, Sundays");
    }

    @Test
    void routeCommandTellsEveryWrongFigureOfTheGoods() {
        var out = new StringWriter();
        int code = command(
                out,
                "--to",
                "CPE",
                "--depart",
                "2026-11-23T08:00+08:00",
                "--now",
                "2026-11-24T00:00:00Z",
                "--weight",
                "-3",
                "--volume",
                "-1",
                "--size",
                "wide");
        assertThat(code).isEqualTo(1);
        assertThat(out.toString()).contains("ROUTE-PAST", "ROUTE-WEIGHT", "ROUTE-VOLUME", "ROUTE-SIZE");
    }

    @Test
    void routeCommandAsksTheNetworkThatIsNamedAndRefusesOneThatIsNone(@TempDir Path folder) {
        var out = new StringWriter();
        assertThat(command(
                        out,
                        "--network",
                        folder.resolve("none").toString(),
                        "--from",
                        "URC",
                        "--to",
                        "CPE",
                        "--depart",
                        "2026-11-23T08:00+08:00"))
                .isEqualTo(2);
        assertThat(command(
                        out,
                        "--network",
                        "../data/network",
                        "--from",
                        "URC",
                        "--to",
                        "CPE",
                        "--depart",
                        "2026-11-23T08:00+08:00"))
                .isZero();
        assertThat(command(
                        out,
                        "--network",
                        folder.toString(),
                        "--from",
                        "URC",
                        "--to",
                        "CPE",
                        "--depart",
                        "2026-11-23T08:00+08:00"))
                .as("an empty folder is no network")
                .isEqualTo(1);
    }

    @Test
    void routeCommandKeepsOversizeGoodsOffTheTrainAndSaysSo() {
        var out = new StringWriter();
        assertThat(command(out, "--to", "WAW", "--depart", "2026-11-23T08:00:00Z", "--size", "1300x240x250"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("ROUTE-NONE").contains("goods oversize");
    }

    @Test
    void routeCommandPricesAPartOfAContainerAndKeepsABudgetAndADeadline() {
        var out = new StringWriter();
        assertThat(command(out, "--to", "WAW", "--depart", "2026-11-23T08:00:00Z", "--weight", "12500", "--json"))
                .isZero();
        assertThat(out.toString()).contains("\"containers\" : 0.5");
        assertThat(command(out, "--to", "WAW", "--depart", "2026-11-23T08:00:00Z", "--budget", "60000"))
                .isZero();
        assertThat(command(out, "--to", "WAW", "--depart", "2026-11-23T08:00:00Z", "--budget", "1"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("ROUTE-BUDGET").contains("the cheapest way costs");
        assertThat(command(
                        out, "--to", "WAW", "--depart", "2026-11-23T08:00:00Z", "--deadline", "2026-12-20T00:00:00Z"))
                .isZero();
        assertThat(out.toString()).contains("latest ready for");
        assertThat(command(
                        out, "--to", "WAW", "--depart", "2026-11-23T08:00:00Z", "--deadline", "2026-11-24T00:00:00Z"))
                .isEqualTo(1);
        assertThat(command(
                        out,
                        "--to",
                        "CPE",
                        "--depart",
                        "2026-11-23T08:00:00Z",
                        "--alternatives",
                        "3",
                        "--avoid",
                        "RU",
                        "--via",
                        "HRS"))
                .isZero();
    }

    @Test
    void routeCommandTellsWhenNothingUnderTheBudgetIsThereInTime() {
        var late = new StringWriter();
        assertThat(command(late, budgeted("43000", "--within-days", "3"))).isEqualTo(1);
        assertThat(late.toString())
                .contains("ROUTE-BUDGET-LATE", "nothing for 43000 CNY is there in time", "there within 3 days: 0.0 %")
                .contains(" CNY  planned ");
        var wrong = new StringWriter();
        assertThat(command(wrong, budgeted("5000 EUR"))).isEqualTo(1);
        assertThat(command(wrong, budgeted("-3"))).isEqualTo(1);
        assertThat(command(wrong, budgeted("60000", "--within-days", "0"))).isEqualTo(1);
        assertThat(command(wrong, budgeted("60000", "--window", "3"))).isEqualTo(2);
        assertThat(command(wrong, budgeted("60000", "--alternatives", "3"))).isEqualTo(2);
        assertThat(wrong.toString()).contains("an amount in CNY", "5000 EUR", "-3", "ROUTE-WITHIN", "gives one way");
    }

    @Test
    void routeCommandKeepsABudgetThroughABorderAndByAMoment() {
        var free = new StringWriter();
        assertThat(command(free, budgeted("60000 CNY"))).isZero();
        assertThat(free.toString()).doesNotContain("(UA)");
        var through = new StringWriter();
        assertThat(command(through, budgeted("60000", "--via", "HRS"))).isZero();
        assertThat(through.toString()).contains("(UA)", "there within 14 days");
        var by = new StringWriter();
        assertThat(command(by, budgeted("60000", "--by", "2026-12-20T00:00:00Z")))
                .isZero();
        var never = new StringWriter();
        assertThat(command(never, budgeted("60000", "--by", "2026-11-24T00:00:00Z")))
                .isEqualTo(1);
        assertThat(never.toString()).contains("ROUTE-NONE").doesNotContain("ROUTE-BUDGET");
    }

    @Test
    void routeCommandRefusesCodesThatAreNone() {
        var out = new StringWriter();
        assertThat(command(
                        out,
                        "--to",
                        "WAW",
                        "--depart",
                        "2026-11-23T08:00:00Z",
                        "--avoid",
                        "XX,RU",
                        "--regime",
                        "ninety"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("ROUTE-COUNTRY  --avoid  XX", "ROUTE-REGIME  --regime  ninety");
    }

    private static String[] budgeted(String budget, String... more) {
        return Stream.concat(
                        Stream.of("--to", "WAW", "--depart", "2026-11-23T08:00:00Z", "--now", "2026-11-23T08:00:00Z"),
                        Stream.concat(Stream.of("--budget", budget), Stream.of(more)))
                .toArray(String[]::new);
    }

    @Test
    void routeCommandShowsTheDeparturesOfAWindowWithTheirCutOffs() {
        var out = new StringWriter();
        assertThat(command(out, "--to", "WAW", "--depart", "2026-11-23T08:00:00Z", "--window", "3"))
                .isZero();
        assertThat(out.toString()).contains("1. hand in by 2026-11-2", "2. hand in by", "departs", "within 14 d");
        var json = new StringWriter();
        assertThat(command(
                        json,
                        "--to",
                        "WAW",
                        "--depart",
                        "2026-11-23T08:00:00Z",
                        "--depart-until",
                        "2026-11-26T08:00:00Z",
                        "--json"))
                .isZero();
        assertThat(json.toString().split("\"readyBy\"", -1))
                .as("both say the same window")
                .hasSameSizeAs(out.toString().split("hand in by", -1));
        assertThat(command(out, "--from", "MSQ", "--to", "MAA", "--depart", "2026-11-23T08:00:00Z"))
                .as("a train that left days ago is boarded on its way")
                .isZero();
        assertThat(out.toString()).contains("2026-11-23T15:00:00Z -> ");
        assertThat(command(out, "--to", "WAW", "--depart", "2026-11-23T08:00:00Z", "--window", "-1"))
                .isEqualTo(1);
        assertThat(command(out, "--to", "WAW", "--depart", "2026-11-23T08:00:00Z", "--depart-until", "soon"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("ROUTE-WINDOW", "ROUTE-TIME");
    }

    @Test
    void routeCommandLeadsRoundWhatIsClosedAndNamesWhatIsClosedWhereNothingLeadsRound() {
        var out = new StringWriter();
        assertThat(command(out, "--to", "WAW", "--depart", "2026-11-23T08:00:00Z", "--closed", "DST"))
                .isZero();
        assertThat(out.toString()).contains("ALT").doesNotContain("DST");
        out = new StringWriter();
        String weeks = "DST=2026-11-20T00:00Z/2027-03-01T00:00Z";
        assertThat(command(out, "--from", "DST", "--to", "ALA", "--depart", "2026-11-23T08:00:00Z", "--closed", weeks))
                .isEqualTo(1);
        assertThat(out.toString()).contains("ROUTE-NONE", "closed DST");
        out = new StringWriter();
        assertThat(command(
                        out,
                        "--from",
                        "WAW",
                        "--to",
                        "BER",
                        "--depart",
                        "2026-11-23T08:00:00Z",
                        "--closed",
                        "BER=2026-11-23T00:00Z/2026-11-26T00:00Z"))
                .isZero();
        assertThat(out.toString()).as("the truck waits for the opening").contains("-> 2026-11-26T00:");
        for (var wrong : java.util.List.of("NOWHERE", "DST=", "DST=2026-11-26T00:00Z/2026-11-25T00:00Z", "UD=a/b")) {
            assertThat(command(out, "--to", "WAW", "--depart", "2026-11-23T08:00:00Z", "--closed", wrong))
                    .isEqualTo(1);
        }
        assertThat(out.toString().split("ROUTE-CLOSED", -1)).hasSize(5);
    }

    @Test
    void aDepartureBeforeNowIsRefusedUnlessTheWholeTimetableLiesInThePast(@TempDir Path folder) throws IOException {
        var out = new StringWriter();
        String[] past = {"--to", "WAW", "--depart", "2020-11-23T08:00:00Z"};
        assertThat(run(out, past)).isEqualTo(1);
        assertThat(out.toString())
                .contains("ROUTE-PAST")
                .contains("2020-11-23T08:00:00Z")
                .contains("--now");
        assertThat(run(out, "--to", "WAW", "--depart", past[3], "--now", "2020-11-01T00:00:00Z"))
                .isZero();
        for (var file : List.of("places.csv", "lines.csv", "calls.csv", "links.csv")) {
            Files.copy(Path.of("../data/network", file), folder.resolve(file));
        }
        var dated = Files.readAllLines(Path.of("../data/network/calendar.csv")).stream()
                .map(row -> row.replaceFirst("^([A-Z0-9-]+),,,", "$1,2020-01-01,2020-12-31,"))
                .toList();
        Files.write(folder.resolve("calendar.csv"), dated);
        assertThat(run(out, "--network", folder.toString(), "--to", "WAW", "--depart", past[3]))
                .as("data of that time: " + out)
                .isZero();
    }

    /** On a clock that does not go on, so that the test is the same on every day. */
    private static int command(StringWriter out, String... args) {
        var dated = new ArrayList<>(List.of(args));
        if (!dated.contains("--now")) {
            dated.addAll(List.of("--now", "2026-11-01T00:00:00Z"));
        }
        return run(out, dated.toArray(String[]::new));
    }

    private static int run(StringWriter out, String... args) {
        return new CommandLine(new RouteCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true))
                .execute(args);
    }

    private static long hours(String hub) {
        var question = Corridor.byRail("URC", hub, READY);
        var first = LanePolicy.offers(new DoorSearch(Corridor.NETWORK, Corridor.DAYS), question)
                .get(0)
                .journey();
        return Duration.between(first.departs(), first.arrives()).toHours();
    }
}

package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each rule that can stand between goods and their way, alone: it is named with its subject, in a sentence, and without it there is a way. */
class BlockerKindsTest {

    /** A Saturday. */
    private static final Instant READY = Instant.parse("2026-11-28T02:00:00Z");

    private final Map<String, String> files = new HashMap<>(Map.of(
            "places.csv", """
            place,country,lat,lon,zone,hours,handling,handling_cost,transload,transload_cost,free,storage_day
            A,CN,40,80,Z,,1:00,0,,,,
            B,KZ,42,82,Z,,1:00,0,2:00,0,,
            C,KZ,44,84,Z,,1:00,0,,,,
            """,
            "lines.csv", """
            line,mode,gauge_mm,cut_off,cut_off_dangerous,slots,via,regimes,goods,max_kg,delay,risk,source
            L,rail,1435,2:00,6:00,50,KZ,9610,reefer,20000,,,test
            M,rail,1520,2:00,,50,KZ,,dangerous|reefer|oversize,,,,test
            """,
            "calls.csv", """
            line,place,arrive,depart,cost,co2_kg
            L,A,0:00,0:00,,
            L,B,10:00,10:00,100,1
            M,B,0:00,0:00,,
            M,C,10:00,10:00,100,1
            """,
            "calendar.csv", """
            line,from,to,days,times
            L,,,1234567,10:00
            M,,,1234567,10:00
            """,
            "links.csv", "from,to,mode,hours,time,cost,co2_kg\nC,A,road,,9:30,4000,500\n"));

    private void change(String file, String from, String to) {
        String text = files.getOrDefault(file, "");
        assertThat(text).contains(from);
        files.put(file, text.replace(from, to));
    }

    private Network network() {
        return NetworkFolder.read(file -> Optional.ofNullable(files.get(file))).network();
    }

    private DoorSearch.Answer ask(Cargo cargo, String mustUse, Set<String> closed, Instant by) {
        return new DoorSearch(network(), 7).ask(new DoorSearch.Question("A", "C", READY, cargo, mustUse, closed, by));
    }

    private void blocked(DoorSearch.Answer answer, Blocker.Kind kind, String subject, String words) {
        assertThat(answer.offers()).isEmpty();
        assertThat(answer.blockers()).singleElement().satisfies(b -> {
            assertThat(b.kind()).isEqualTo(kind);
            assertThat(b.subject()).isEqualTo(subject);
        });
        assertThat(answer.findings()).singleElement().satisfies(f -> {
            assertThat(f.rule()).isEqualTo("ROUTE-NONE");
            assertThat(f.value()).contains(words);
            assertThat(f.maybe()).contains("there is a way by");
        });
    }

    private static Cargo cargo(int kg, Set<String> goods, String regime, Set<String> avoid) {
        return new Cargo(kg, 1, goods, regime, avoid);
    }

    @Test
    void withoutAnyRuleInTheWayThereIsOne() {
        assertThat(ask(Cargo.PLAIN, "", Set.of(), Instant.MAX).offers()).isNotEmpty();
    }

    @Test
    void goodsThatALineDoesNotTake() {
        blocked(
                ask(cargo(0, Set.of("oversize"), "", Set.of()), "", Set.of(), Instant.MAX),
                Blocker.Kind.GOODS,
                "oversize",
                "L takes no oversize goods");
    }

    @Test
    void aRegimeThatALineDoesNotTake() {
        blocked(
                ask(cargo(0, Set.of(), "1210", Set.of()), "", Set.of(), Instant.MAX),
                Blocker.Kind.REGIME,
                "1210",
                "not 1210");
    }

    @Test
    void aWeightAboveWhatALineTakes() {
        blocked(
                ask(cargo(22_000, Set.of(), "", Set.of()), "", Set.of(), Instant.MAX),
                Blocker.Kind.WEIGHT,
                "22000 kg",
                "20000 kg a container");
    }

    @Test
    void aCountryToAvoid() {
        blocked(
                ask(cargo(0, Set.of(), "", Set.of("KZ")), "", Set.of(), Instant.MAX),
                Blocker.Kind.AVOID,
                "KZ",
                "avoid KZ");
    }

    @Test
    void aClosedLine() {
        blocked(ask(Cargo.PLAIN, "", Set.of("M"), Instant.MAX), Blocker.Kind.CLOSED, "M", "closed M");
    }

    @Test
    void aPlaceThatMustBePassedAndIsNotOnAnyWay() {
        change("places.csv", "C,KZ,44,84", "D,KZ,46,86,Z,,1:00,0,,,,\nC,KZ,44,84");
        blocked(ask(Cargo.PLAIN, "D", Set.of(), Instant.MAX), Blocker.Kind.VIA, "D", "must use D");
    }

    @Test
    void aGaugeThatIsNotChanged() {
        change("places.csv", "1:00,0,2:00,0,,", "1:00,0,,,,");
        blocked(ask(Cargo.PLAIN, "", Set.of(), Instant.MAX), Blocker.Kind.GAUGE, "B", "B does not change the gauge");
    }

    @Test
    void aCutOffThatIsTooEarlyForTheDeadline() {
        change("lines.csv", "1435,2:00", "1435,9:00");
        blocked(
                ask(Cargo.PLAIN, "", Set.of(), READY.plus(Duration.ofHours(44))),
                Blocker.Kind.CUT_OFF,
                "L",
                "L takes goods until 9.0 h");
    }

    @Test
    void daysWithoutService() {
        change("calendar.csv", "L,,,1234567", "L,,,12345");
        blocked(
                ask(Cargo.PLAIN, "", Set.of(), READY.plus(Duration.ofHours(44))),
                Blocker.Kind.DAYS,
                "L",
                "no service A -> B (L) on Saturdays, Sundays");
    }

    @Test
    void hoursAtWhichAPlaceIsShut() {
        change("places.csv", "B,KZ,42,82,Z,,1:00", "B,KZ,42,82,Z,12345 00:00-24:00,1:00");
        blocked(
                ask(Cargo.PLAIN, "", Set.of(), READY.plus(Duration.ofHours(44))),
                Blocker.Kind.HOURS,
                "B",
                "B is open 12345 00:00-24:00 only");
    }

    @Test
    void everyKindHasATestHere() {
        var tested = new ArrayList<>(List.of(Blocker.Kind.values()));
        tested.removeAll(List.of(
                Blocker.Kind.VIA,
                Blocker.Kind.CLOSED,
                Blocker.Kind.AVOID,
                Blocker.Kind.GOODS,
                Blocker.Kind.REGIME,
                Blocker.Kind.WEIGHT,
                Blocker.Kind.GAUGE,
                Blocker.Kind.CUT_OFF,
                Blocker.Kind.HOURS,
                Blocker.Kind.DAYS));
        assertThat(tested).as("a new kind needs a test").isEmpty();
    }
}

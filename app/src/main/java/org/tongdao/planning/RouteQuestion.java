package org.tongdao.planning;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tongdao.routing.Cargo;
import org.tongdao.routing.DoorSearch;
import org.tongdao.routing.Network;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import picocli.CommandLine.Option;

/** The options of {@code route} that say what goes from where to where; what is wrong with them becomes findings. */
final class RouteQuestion {

    /** Inside of a 40' high cube through its door, mm: data/corridor/containers.csv. */
    private static final int[] DOOR_MM = {12_032, 2_340, 2_585};

    private static final double MOST = 2_000_000;
    private static final Set<String> COUNTRIES = Set.of(java.util.Locale.getISOCountries());

    @Option(names = "--from", description = "place of places.csv (default: ${DEFAULT-VALUE})")
    private String from = "URC";

    @Option(names = "--to", description = "place: ALA, DYU, WAW, CPE …")
    private String to = "";

    @Option(names = "--depart", description = "ready at, for example 2026-11-23T08:00:00Z or 2026-11-23T08:00+08:00")
    private String depart = "";

    @Option(
            names = "--by",
            paramLabel = "TIME",
            description =
                    "only ways that are there by this moment; when there is none, the rules that stand in the way")
    private @Nullable String by;

    @Option(
            names = "--now",
            description =
                    "sets the clock: departures before it are refused, also those of --queries (default: the clock, where the timetable covers it; with --queries none)")
    private @Nullable String now;

    @Option(names = "--weight", paramLabel = "KG", description = "gross weight; without it one whole container")
    private @Nullable Double weight;

    @Option(names = "--volume", paramLabel = "M3", description = "volume; without it one whole container")
    private @Nullable Double volume;

    @Option(names = "--size", paramLabel = "LxWxH", description = "largest piece in cm")
    private @Nullable String size;

    @Option(names = "--dangerous", description = "dangerous goods")
    private boolean dangerous;

    @Option(names = "--reefer", description = "goods that need a temperature")
    private boolean reefer;

    @Option(names = "--regime", description = "customs supervision code, such as 9610")
    private String regime = "";

    @Option(names = "--avoid", split = ",", paramLabel = "CC", description = "countries not to pass, such as RU,BY")
    private List<String> avoid = new ArrayList<>();

    @Option(names = "--via", description = "place that must be passed, such as HRS")
    private String via = "";

    @Option(
            names = "--budget",
            paramLabel = "CNY",
            description = "of all ways that cost no more, the one most surely there within --within-days")
    private String budget = "";

    @Option(names = "--within-days", description = "with --budget (default: ${DEFAULT-VALUE})")
    private double withinDays = RouteBudget.USUAL_DAYS;

    @Option(
            names = "--closed",
            paramLabel = "WHAT",
            description =
                    "a place or line that is closed: DST, or for a time DST=2026-11-23T00:00Z/2026-12-01T00:00Z; again for more")
    private List<String> closed = new ArrayList<>();

    /** Of the fields of a form, by the names of the options; nothing departs before {@code earliest}. */
    static RouteQuestion of(Map<String, String> fields, Instant earliest, List<Finding> findings) {
        var q = new RouteQuestion();
        q.from = fields.getOrDefault("from", q.from);
        q.to = fields.getOrDefault("to", "");
        q.depart = fields.getOrDefault("depart", "");
        q.by = fields.get("by");
        q.now = earliest.toString();
        q.weight = number(fields.get("weight"), "ROUTE-WEIGHT", "--weight", findings);
        q.volume = number(fields.get("volume"), "ROUTE-VOLUME", "--volume", findings);
        q.size = fields.get("size");
        q.budget = fields.getOrDefault("budget", "");
        q.withinDays = days(fields.get("within"), findings);
        q.dangerous = fields.containsKey("dangerous");
        q.reefer = fields.containsKey("reefer");
        q.regime = fields.getOrDefault("regime", "");
        q.via = fields.getOrDefault("via", "");
        q.avoid = Arrays.stream(fields.getOrDefault("avoid", "").split("[,;\\s]+"))
                .filter(code -> !code.isEmpty())
                .map(code -> code.toUpperCase(java.util.Locale.ROOT))
                .toList();
        return q;
    }

    private static double days(@Nullable String text, List<Finding> findings) {
        var days = number(text, "ROUTE-WITHIN", "--within-days", findings);
        return days == null ? RouteBudget.USUAL_DAYS : days;
    }

    private static @Nullable Double number(@Nullable String text, String rule, String option, List<Finding> findings) {
        try {
            return text == null ? null : Double.valueOf(text);
        } catch (NumberFormatException e) {
            fault(findings, rule, option, String.valueOf(text), "a number, not below 0");
            return null;
        }
    }

    /** Sets the clock where none was given, unless the timetable lies in another time than now: then it is data of that time. */
    void clock(Network network, Instant clock) {
        if (now == null && covers(network, clock)) {
            now = clock.toString();
        }
    }

    private static boolean covers(Network network, Instant clock) {
        var today = clock.atZone(ZoneOffset.UTC).toLocalDate();
        return network.lines().stream()
                .flatMap(l -> l.days().stream())
                .anyMatch(d -> !d.from().isAfter(today) && !d.to().isBefore(today));
    }

    /** What is told of queries that leave before the clock when no other was set: they are answered, since a file of them may be a study. */
    java.util.Optional<String> studied(Network network, Instant clock, List<RouteBatch.Query> all) {
        long past = all.stream().filter(q -> q.depart().isBefore(clock)).count();
        return now == null && past > 0 && covers(network, clock)
                ? java.util.Optional.of(
                        past + " of " + all.size()
                                + " queries leave before now and are answered all the same; --now sets a clock that refuses them")
                : java.util.Optional.empty();
    }

    /** With what the goods take up, or nothing when a finding says why there is none. */
    java.util.Optional<Asked> asked(List<Finding> findings) {
        var most = RouteBudget.of(budget, withinDays, findings);
        return read(findings)
                .map(q -> new Asked(q, containers(), weight == null ? 0 : weight, volume == null ? 0 : volume, most));
    }

    /** What is said to be closed; what cannot be read is a finding. */
    ClosedPlaces closed(Network network, List<Finding> findings) {
        return ClosedPlaces.of(closed, network, findings);
    }

    boolean given() {
        return !to.isEmpty() && !depart.isEmpty();
    }

    String from() {
        return from;
    }

    /** The clock that was set; without one the beginning of time, so that nothing is past. */
    Instant now(List<Finding> findings) {
        return now == null ? Instant.MIN : instant("--now", now, findings);
    }

    boolean thrifty() {
        return !budget.isEmpty();
    }

    double containers() {
        return weight == null && volume == null
                ? 1
                : Cargo.containers(weight == null ? 0 : weight, volume == null ? 0 : volume);
    }

    /** The question, or nothing when a finding says why there is none. */
    java.util.Optional<DoorSearch.Question> read(List<Finding> findings) {
        var ready = instant("--depart", depart, findings);
        var earliest = now == null ? ready : instant("--now", now, findings);
        var limit = by == null ? Instant.MAX : instant("--by", by, findings);
        if (ready.isBefore(earliest)) {
            fault(
                    findings,
                    "ROUTE-PAST",
                    "--depart",
                    depart,
                    "a departure after " + earliest + ", which is now; --now sets the clock");
        }
        if (weight != null && !(weight >= 0 && weight <= MOST)) {
            fault(findings, "ROUTE-WEIGHT", "--weight", String.valueOf(weight), "a weight in kg, 0 to 2,000,000");
        }
        if (volume != null && !(volume >= 0 && volume <= MOST)) {
            fault(findings, "ROUTE-VOLUME", "--volume", String.valueOf(volume), "a volume in m3, 0 to 2,000,000");
        }
        if (!regime.isEmpty() && !regime.matches("\\d{4}")) {
            fault(
                    findings,
                    "ROUTE-REGIME",
                    "--regime",
                    regime,
                    "a customs supervision code of four digits such as 9610");
        }
        avoid.stream()
                .filter(code -> !COUNTRIES.contains(code))
                .forEach(code -> fault(findings, "ROUTE-COUNTRY", "--avoid", code, "ISO codes such as RU,BY"));
        var goods = goods(findings);
        if (!findings.isEmpty()) {
            return java.util.Optional.empty();
        }
        var cargo =
                new Cargo(weight == null ? 0 : (int) Math.ceil(weight), containers(), goods, regime, Set.copyOf(avoid));
        return java.util.Optional.of(new DoorSearch.Question(from, to, ready, cargo, via, Set.of(), limit));
    }

    private Set<String> goods(List<Finding> findings) {
        var goods = new TreeSet<String>();
        if (dangerous) {
            goods.add("dangerous");
        }
        if (reefer) {
            goods.add("reefer");
        }
        if (size != null && tooLarge(size, findings)) {
            goods.add("oversize");
        }
        return goods;
    }

    /** Whether a piece does not pass the door of a 40' high cube, however it is turned on its base. */
    private static boolean tooLarge(String text, List<Finding> findings) {
        try {
            var cm = Arrays.stream(text.toLowerCase(java.util.Locale.ROOT).split("x"))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            if (cm.length != 3 || Arrays.stream(cm).anyMatch(c -> c < 1 || c > 10_000)) {
                throw new NumberFormatException(text);
            }
            int length = Math.max(cm[0], cm[1]) * 10;
            int width = Math.min(cm[0], cm[1]) * 10;
            return length > DOOR_MM[0] || width > DOOR_MM[1] || cm[2] * 10 > DOOR_MM[2];
        } catch (NumberFormatException e) {
            fault(findings, "ROUTE-SIZE", "--size", text, "three lengths in cm such as 120x80x100");
            return false;
        }
    }

    static Instant instant(String option, String text, List<Finding> findings) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            fault(findings, "ROUTE-TIME", option, text, "2026-11-23T08:00:00Z");
            return Instant.EPOCH;
        }
    }

    private static void fault(List<Finding> findings, String rule, String option, String value, String maybe) {
        findings.add(Finding.error(rule, Place.of(option), value, "Maybe: " + maybe));
    }
}

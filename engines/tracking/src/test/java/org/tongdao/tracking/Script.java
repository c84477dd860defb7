package org.tongdao.tracking;

import static org.tongdao.tracking.Samples.at;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.tongdao.terms.ContainerNo;
import org.tongdao.terms.S10;
import org.tongdao.terms.Sscc;
import org.tongdao.terms.WagonNo;

/**
 * Events drawn as text, one a line: {@code day+hour milestone node things}. Things go by short names: p1 … parcels, b1 bags, c1 containers, w1 wagons,
 * t1 trains; {@code b1 < p1 p2} puts in (or takes out) children, {@code b1 < all} takes all out, {@code ! reason} holds.
 */
final class Script {

    private static final Map<String, String> NAMES = new TreeMap<>();

    private Script() {}

    static List<EpcisEvent> events(String text) {
        List<EpcisEvent> events = new ArrayList<>();
        text.lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .forEach(line -> events.add(event(line, events.size())));
        return events;
    }

    static String uri(String name) {
        return NAMES.computeIfAbsent(name, Script::made);
    }

    static String name(String uri) {
        return NAMES.entrySet().stream()
                .filter(e -> e.getValue().equals(uri))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(uri);
    }

    private static EpcisEvent event(String line, int number) {
        String[] words = line.split("\\s+", 4);
        Milestone milestone = Milestone.valueOf(words[1]);
        Sighting sighting = Sighting.of(Epc.event(milestone, String.valueOf(number)), time(words[0]), words[2]);
        String things = words[3];
        if (things.contains("!")) {
            String[] parts = things.split("\\s*!\\s*");
            return Milestone.held(sighting, uris(parts[0]), parts[1]);
        }
        if (things.contains("<")) {
            String[] parts = things.split("\\s*<\\s*");
            return milestone.event(sighting, uri(parts[0]), parts[1].equals("all") ? List.of() : uris(parts[1]));
        }
        return milestone.form() == Milestone.Form.TRANSACTION
                ? milestone.onPaper(sighting, new BizTransaction("bol", "urn:tongdao:waybill:1"), uris(things))
                : milestone.event(sighting, uris(things));
    }

    /** {@code 3+04} is 04:00 on 3 January. */
    private static java.time.Instant time(String text) {
        String[] parts = text.split("\\+");
        return at(String.format("01-%02dT%s:00", Integer.parseInt(parts[0]), parts[1]));
    }

    private static List<String> uris(String names) {
        return Arrays.stream(names.split("\\s+")).map(Script::uri).toList();
    }

    private static String made(String name) {
        int number = Integer.parseInt(name.substring(1));
        return switch (name.charAt(0)) {
            case 'p' -> Epc.parcel(S10.of("LX", number, "CN"));
            case 'b' -> Epc.bag(Sscc.of(0, "0614141", number));
            case 'c' -> Epc.container(ContainerNo.of("TDGU", number));
            case 'w' -> Epc.wagon(WagonNo.of(String.format("9%06d", number)));
            case 't' -> Epc.train(Objects.requireNonNull(name));
            default -> throw new IllegalArgumentException(name);
        };
    }
}

package org.tongdao.console.route;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** The fields of the desk's forms, as planning takes them: hours are Beijing's, empty fields are left out. */
final class RouteForm {

    static final List<String> FIELDS = List.of(
            "from",
            "to",
            "depart",
            "by",
            "weight",
            "volume",
            "size",
            "dangerous",
            "reefer",
            "regime",
            "avoid",
            "via",
            "budget",
            "within",
            "window");
    static final List<String> DISRUPTION =
            List.of("kind", "place", "from", "until", "line", "leaves", "hours", "slots", "reason");

    static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final List<String> TIMES = List.of("depart", "by", "until", "leaves");

    private RouteForm() {}

    static Map<String, String> question(Map<String, String> sent) {
        return read(sent, FIELDS, TIMES);
    }

    /** What was sent, with a time to leave where none was. */
    static Map<String, String> leaving(Map<String, String> sent, Instant usual) {
        var whole = new LinkedHashMap<>(sent);
        if (sent.getOrDefault("depart", "").isBlank()) {
            whole.put("depart", LocalDateTime.ofInstant(usual, BEIJING).toString());
        }
        return whole;
    }

    /** The address of the same question for goods that are ready at a moment, without a window. */
    static String ready(Map<String, String> sent, Instant ready) {
        var link = UriComponentsBuilder.fromPath("/routes");
        FIELDS.stream()
                .filter(f -> !f.equals("window")
                        && !f.equals("depart")
                        && !sent.getOrDefault(f, "").isBlank())
                .forEach(f -> link.queryParam(f, "{" + f + "}"));
        link.queryParam("depart", LocalDateTime.ofInstant(ready, BEIJING).toString());
        return link.build(sent).toString();
    }

    static Map<String, String> disruption(Map<String, String> sent) {
        return read(sent, DISRUPTION, List.of("from", "until", "leaves"));
    }

    private static Map<String, String> read(Map<String, String> sent, List<String> known, List<String> times) {
        var fields = new LinkedHashMap<String, String>();
        for (var name : known) {
            String value = sent.getOrDefault(name, "").strip();
            if (!value.isEmpty()) {
                fields.put(name, times.contains(name) ? time(value) : value);
            }
        }
        return fields;
    }

    /** What is no time stays as it is; planning says so. */
    private static String time(String value) {
        try {
            return LocalDateTime.parse(value).atZone(BEIJING).toInstant().toString();
        } catch (DateTimeException e) {
            return value;
        }
    }
}

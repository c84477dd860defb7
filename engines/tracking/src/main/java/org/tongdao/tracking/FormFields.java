package org.tongdao.tracking;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** Typed access to the JSON members of one event; what has the wrong shape becomes a finding and an empty value. */
final class FormFields {

    private final Place place;
    private final Map<?, ?> members;
    private final List<Finding> findings = new ArrayList<>();

    FormFields(Place place, Map<?, ?> members) {
        this.place = place;
        this.members = members;
    }

    List<Finding> findings() {
        return findings;
    }

    boolean stopped() {
        return findings.stream().anyMatch(Finding::stops);
    }

    void report(String rule, String member, String value, String maybe) {
        findings.add(Finding.error(rule, Place.cell(place.source(), place.line(), member), value, maybe));
    }

    /** Warns about members of the standard that we do not read; nothing is dropped silently. */
    void noteOthers(Set<String> common, Set<String> own) {
        members.keySet().forEach(key -> {
            String name = String.valueOf(key);
            boolean extension = name.indexOf(':') > 0 && members.get(key) instanceof String;
            if (!common.contains(name) && !own.contains(name) && !extension) {
                findings.add(Finding.warning(
                        "EPCIS-IGNORED",
                        Place.cell(place.source(), place.line(), name),
                        "",
                        "This member was not read; the rest of the event was."));
            }
        });
    }

    String text(String member) {
        Object value = members.get(member);
        if (value == null) {
            return "";
        }
        if (value instanceof String text) {
            return text;
        }
        report("EPCIS-VALUE", member, value.toString(), "A text is expected.");
        return "";
    }

    String required(String member) {
        String value = text(member);
        if (value.isEmpty()) {
            report("EPCIS-MISSING", member, "", "Every event has this member.");
        }
        return value;
    }

    String uri(String member) {
        String value = text(member);
        return value.isEmpty() || isUri(member, value) ? value : "";
    }

    String requiredUri(String member) {
        String value = required(member);
        return value.isEmpty() || isUri(member, value) ? value : "";
    }

    List<String> uris(String member) {
        List<String> uris = new ArrayList<>();
        for (Object item : list(member)) {
            if (item instanceof String uri && isUri(member, uri)) {
                uris.add(uri);
            } else if (!(item instanceof String)) {
                report("EPCIS-VALUE", member, item.toString(), "A list of URIs is expected.");
            }
        }
        return uris;
    }

    String place(String member) {
        Object value = members.get(member);
        if (value == null) {
            return "";
        }
        if (value instanceof Map<?, ?> object && object.get("id") instanceof String id && isUri(member, id)) {
            return id;
        }
        report("EPCIS-VALUE", member, value.toString(), "An object with an id is expected.");
        return "";
    }

    List<Party> pairs(String member, String name) {
        List<Party> pairs = new ArrayList<>();
        for (Object item : list(member)) {
            if (item instanceof Map<?, ?> pair && pair.get(name) instanceof String id && isUri(member, id)) {
                pairs.add(new Party(pair.get("type") instanceof String type ? Cbv.word(type) : "", id));
            } else {
                report("EPCIS-VALUE", member, item.toString(), "An object with a " + name + " is expected.");
            }
        }
        return pairs;
    }

    When when() {
        String time = required("eventTime");
        String offset = required("eventTimeZoneOffset");
        try {
            return new When(OffsetDateTime.parse(time).toInstant(), ZoneOffset.of(offset));
        } catch (DateTimeException | IllegalArgumentException e) {
            report(
                    "EPCIS-TIME",
                    "eventTime",
                    time + " " + offset,
                    "Times look like 2026-11-23T15:00:00+08:00, offsets like +08:00.");
            return new When(Instant.EPOCH, ZoneOffset.UTC);
        }
    }

    Map<String, String> extensions() {
        Map<String, String> extensions = new TreeMap<>();
        members.forEach((key, value) -> {
            if (key instanceof String name && name.indexOf(':') > 0 && value instanceof String text) {
                extensions.put(name, text);
            }
        });
        return extensions;
    }

    private List<?> list(String member) {
        Object value = members.get(member);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        report("EPCIS-VALUE", member, value.toString(), "A list is expected.");
        return List.of();
    }

    private boolean isUri(String member, String value) {
        try {
            if (new URI(value).isAbsolute()) {
                return true;
            }
        } catch (URISyntaxException e) {
            // said below, with the value
        }
        report("EPCIS-VALUE", member, value, "A URI such as urn:tongdao:train:X8001 is expected.");
        return false;
    }
}

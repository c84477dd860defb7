package org.tongdao.platform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import org.tongdao.terms.Severity;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The members that a JSON object may have and of which kind each is: another name or kind is told, so that nothing written is passed over in silence. */
public record Members(Map<String, Kind> known) {

    /** Reads a tree in which no member stands twice. */
    public static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final String TWICE = "Duplicate";

    /** What a member may hold; null counts as not given. */
    public enum Kind {
        ANY("anything"),
        TEXT("a text"),
        NUMBER("a number, not in quotes"),
        WHOLE("a whole number, not in quotes"),
        LIST("a list: [ … ]"),
        OBJECT("an object: { … }");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        boolean fits(JsonNode node) {
            return switch (this) {
                case ANY -> true;
                case TEXT -> node.isValueNode();
                case NUMBER -> node.isNumber();
                case WHOLE -> node.isInt();
                case LIST -> node.isArray();
                case OBJECT -> node.isObject();
            };
        }
    }

    public static Members of(Set<String> names, Kind kind) {
        return new Members(names.stream().collect(Collectors.toMap(n -> n, n -> kind)));
    }

    public Members with(String name, Kind kind) {
        var more = new HashMap<>(known);
        more.put(name, kind);
        return new Members(more);
    }

    /** The elements of a member that is a list; of another kind it has none. */
    public static Iterable<JsonNode> list(JsonNode object, String name) {
        var list = object.path(name);
        return list.isArray() ? list : List.of();
    }

    /**
     * Names nobody knows.
     *
     * @param path of the object, such as {@code containers[1]}, empty for the outermost
     */
    public List<Finding> unknown(String rule, Severity severity, Place place, String path, JsonNode object) {
        var names = KnownNames.of(known.keySet());
        var findings = new ArrayList<Finding>();
        for (var name : object.propertyNames()) {
            if (!names.has(name)) {
                var maybe = "No such member is known; it is not regarded. " + names.advice(name);
                findings.add(new Finding(rule, severity, place, at(path, name) + " " + object.path(name), maybe));
            }
        }
        return findings;
    }

    /**
     * Members of another kind than they have to be.
     *
     * @param then what becomes of it, such as {@code It is left out.}
     */
    public List<Finding> wrong(String rule, Place place, String path, JsonNode object, String then) {
        var findings = new ArrayList<Finding>();
        for (var name : object.propertyNames()) {
            var kind = known.getOrDefault(name, Kind.ANY);
            var value = object.path(name);
            if (!value.isNull() && !kind.fits(value)) {
                findings.add(
                        Finding.error(rule, place, at(path, name) + " " + value, "Give " + kind.words + ". " + then));
            }
        }
        return findings;
    }

    /** What to do about a text that is no JSON, by what the reader of it said. */
    public static String advice(String message) {
        return message.startsWith(TWICE)
                ? "The member is given twice; keep one of them."
                : "The file is no JSON document.";
    }

    private static String at(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}

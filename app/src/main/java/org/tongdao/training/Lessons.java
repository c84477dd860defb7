package org.tongdao.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The shipped lessons, in the order in which one learns. */
final class Lessons {

    private static final List<String> SHIPPED = List.of("refused", "inspection", "signature", "late", "crane", "shift");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Map<String, Lesson> all = new LinkedHashMap<>();

    private Lessons() {}

    static Lessons shipped() {
        var lessons = new Lessons();
        SHIPPED.forEach(code -> lessons.all.put(code, read(code)));
        return lessons;
    }

    private static Lesson read(String code) {
        var name = "/data/lessons/" + code + ".json";
        try (var in = Objects.requireNonNull(Lessons.class.getResourceAsStream(name), name)) {
            return JSON.readValue(in.readAllBytes(), Lesson.class);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    List<Lesson> list() {
        return List.copyOf(all.values());
    }

    Optional<Lesson> find(String code) {
        return Optional.ofNullable(all.get(code));
    }
}

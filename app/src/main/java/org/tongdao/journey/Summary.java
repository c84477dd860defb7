package org.tongdao.journey;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a journey came to.
 *
 * @param content as written to {@code summary.json}, see docs/formats/summary.md; the same for equal runs
 * @param elapsed wall-clock time this run took
 * @param refused why the file was not taken at all; empty when it was
 */
public record Summary(Map<String, Object> content, Duration elapsed, List<String> refused) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public boolean hasFindings() {
        return !refused.isEmpty();
    }

    public String toJson() {
        return JSON.writeValueAsString(content);
    }

    /** For a person at the console. */
    public String toText(Path out) {
        return hasFindings() ? String.join(System.lineSeparator(), refused) : SummaryText.of(this, out);
    }
}

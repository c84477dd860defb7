package org.tongdao.consolidation;

import com.fasterxml.jackson.annotation.Nulls;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads plans that anybody may have written: more members than we know are fine, half a number or a number in quotes is none. */
final class PlanJson {

    static final JsonMapper LOOSE = builder().build();
    /** The same where every member has to be there. */
    static final JsonMapper WHOLE = builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private PlanJson() {}

    private static JsonMapper.Builder builder() {
        return JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL));
    }

    /** Where and what, e.g. {@code placements[3].dx is missing}. */
    static String why(JacksonException e) {
        var at = e.getPath().stream()
                .map(r -> r.getPropertyName() == null ? "[" + r.getIndex() + "]" : "." + r.getPropertyName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
        var message = e.getOriginalMessage();
        if (message.startsWith("Cannot map `null`")) {
            return at + " is missing";
        }
        var brief = message.replaceFirst("(?s)[;\\n(].*", "").strip();
        return at.isEmpty() ? brief : at + ": " + brief;
    }
}

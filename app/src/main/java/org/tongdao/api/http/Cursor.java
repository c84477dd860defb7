package org.tongdao.api.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where the next page begins: opaque to callers, so that they cannot count on its shape. */
public final class Cursor {

    /** One page; {@code next} is missing on the last one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page<T>(List<T> items, @Nullable String next) {

        /** Cuts a page out of a list that was read one longer than the limit. */
        public static <T> Page<T> of(List<T> rows, int limit, Function<T, Long> key) {
            boolean more = rows.size() > limit;
            var shown = more ? rows.subList(0, limit) : rows;
            return new Page<>(shown, more ? write(key.apply(shown.get(limit - 1))) : null);
        }
    }

    private static final int MOST = 200;

    private Cursor() {}

    public static String write(long key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(("k" + key).getBytes(StandardCharsets.US_ASCII));
    }

    public static Optional<Long> read(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return Optional.empty();
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            if (text.startsWith("k")) {
                return Optional.of(Long.parseLong(text.substring(1)));
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw ProblemException.parameter("cursor", "send the next of a page as it was given.");
    }

    public static int limit(int wanted) {
        if (wanted < 1 || wanted > MOST) {
            throw ProblemException.parameter("limit", "a number from 1 to " + MOST + ".");
        }
        return wanted;
    }
}

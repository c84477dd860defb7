package org.tongdao.intake.rules;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tongdao.intake.mapping.Mapping;

/** Reads the time of an order: year first, or day.month.year; anything else needs a format in the mapping. */
final class Times {

    private static final List<String> USUAL = List.of(
            "uuuu-M-d[ H:m[:s]]['T'H:m[:s]]", "uuuu/M/d[ H:m[:s]]", "d.M.uuuu[ H:m[:s]]", "uuuu年M月d日[ H:m[:s]]");

    private final List<DateTimeFormatter> formats = new ArrayList<>();
    private final ZoneId zone;

    Times(Mapping.Style style) {
        zone = ZoneId.of(style.timeZone());
        var patterns = style.dateFormat().isEmpty() ? USUAL : List.of(style.dateFormat());
        patterns.forEach(p -> formats.add(
                DateTimeFormatter.ofPattern(p.replace("y", "u"), Locale.ROOT).withResolverStyle(ResolverStyle.STRICT)));
    }

    Optional<Instant> read(String text) {
        if (text.length() > 19 && text.charAt(10) == 'T') {
            try {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
        for (var format : formats) {
            var time = read(text, format);
            if (time.isPresent()) {
                return time.map(t -> t.atZone(zone).toInstant());
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDateTime> read(String text, DateTimeFormatter format) {
        var parsed = format.parseUnresolved(text, new java.text.ParsePosition(0));
        if (parsed == null) {
            return Optional.empty();
        }
        try {
            var full = format.parse(text);
            var date = LocalDate.from(full);
            return Optional.of(
                    full.isSupported(ChronoField.MINUTE_OF_HOUR) ? LocalDateTime.from(full) : date.atStartOfDay());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

package org.tongdao.emulator;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a file on a wire: {@code 20261123T101500000Z_CEB603_<key>.xml}. Names sort by time.
 *
 * @param at when it was sent, or when it is due; UTC
 * @param kind message type such as {@code CEB603}, {@code HANDOVER} or {@code EPCIS}
 * @param key tells it from other files of that time and kind
 * @param extension {@code xml} or {@code json}
 */
public record WireName(Instant at, String kind, String key, String extension) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern SHAPE =
            Pattern.compile("(\\d{8}T\\d{9}Z)_([A-Za-z0-9-]+)_([A-Za-z0-9._-]+)\\.(xml|json)");

    /** Reads a name; empty when the file is not one of the wire. */
    public static Optional<WireName> parse(String fileName) {
        var match = SHAPE.matcher(fileName);
        if (!match.matches()) {
            return Optional.empty();
        }
        try {
            var at = TIME.parse(match.group(1), Instant::from);
            return Optional.of(new WireName(at, match.group(2), match.group(3), match.group(4)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    public String fileName() {
        return TIME.format(at) + "_" + kind + "_" + key + "." + extension;
    }
}

package org.tongdao.customs;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Times as the interface writes them: digits only, Beijing time. */
public final class ChinaTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final int DIGITS = 17;
    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");

    private ChinaTime() {}

    /** {@code appTime}: yyyyMMddHHmmss. */
    public static String seconds(Instant at) {
        return SECONDS.format(at.atZone(ZONE));
    }

    /** {@code returnTime}: yyyyMMddHHmmssfff. */
    public static String milliseconds(Instant at) {
        return MILLISECONDS.format(at.atZone(ZONE));
    }

    /** What {@code returnTime} says; empty when it is no time. Read digit by digit: it is asked for every receipt, and a formatter takes forty times as long. */
    static Optional<Instant> read(String milliseconds) {
        if (milliseconds.length() != DIGITS || !milliseconds.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.of(
                            number(milliseconds, 0, 4),
                            number(milliseconds, 4, 6),
                            number(milliseconds, 6, 8),
                            number(milliseconds, 8, 10),
                            number(milliseconds, 10, 12),
                            number(milliseconds, 12, 14),
                            number(milliseconds, 14, DIGITS) * 1_000_000)
                    .atZone(ZONE)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(String digits, int from, int to) {
        return Integer.parseInt(digits, from, to, 10);
    }

    /** {@code ieDate}: yyyyMMdd. */
    public static String day(Instant at) {
        return DAY.format(at.atZone(ZONE));
    }
}

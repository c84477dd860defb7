package org.tongdao.customs;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times as the interface writes them: digits only, Beijing time. */
public final class ChinaTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS");
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

    /** {@code ieDate}: yyyyMMdd. */
    public static String day(Instant at) {
        return DAY.format(at.atZone(ZONE));
    }
}

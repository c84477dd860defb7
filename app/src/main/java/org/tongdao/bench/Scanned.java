package org.tongdao.bench;

import java.time.OffsetDateTime;
import java.util.UUID;

/** One scan as it is recorded. */
public record Scanned(
        long id,
        UUID clientId,
        String station,
        String place,
        String device,
        String actor,
        String code,
        String act,
        String kind,
        String subject,
        String target,
        String rule,
        String value,
        String severity,
        OffsetDateTime scannedAt,
        String next,
        boolean reversed) {

    ScanAnswer answer(int inside) {
        return new ScanAnswer(clientId, id, severity, act, rule, value, kind, subject, next, inside);
    }
}

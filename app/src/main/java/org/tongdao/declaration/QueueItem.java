package org.tongdao.declaration;

import java.time.Instant;

/**
 * One thing the broker has to deal with.
 *
 * @param subject parcel number, or container and seal for a binding
 * @param document CEB303, CEB505, CEB603, CEB607, or RULES when our own rules keep the parcel back
 * @param cause REFUSED, INSPECTION, REVIEW, DETAINED, RETURNED or WITHHELD
 * @param code official code, or our rule
 * @param said what customs wrote, or field and value of our rule
 * @param mapped false when there is no written advice for the code yet
 * @param since when it began to wait
 */
public record QueueItem(
        String subject,
        String document,
        String cause,
        String code,
        String said,
        String causeZh,
        String causeEn,
        String fixZh,
        String fixEn,
        boolean mapped,
        Instant since,
        String copNo,
        int attempt,
        String orderNo,
        String country) {}

package org.tongdao.fulfilment;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The names of files on the carrier wire. */
final class CarrierFiles {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

    private CarrierFiles() {}

    static String handover(Instant at, String containerNo, String sealNo) {
        return TIME.format(at) + "_HANDOVER_" + containerNo + "-" + sealNo + ".json";
    }

    static boolean isRefusal(String fileName) {
        return fileName.contains("_REFUSAL_");
    }
}

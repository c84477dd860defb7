package org.tongdao.bench;

import java.util.UUID;

/**
 * One scan as a station sends it, maybe again and again until it has an answer.
 *
 * @param id made by the station
 * @param place code of where the person stands, {@code LOC-…}
 * @param code as the scanner read it
 * @param target what is open at the station: bag, container, parcel on the scale, type of container or reason
 * @param agoMs how long ago it was scanned, in milliseconds: the station's own clock is not trusted
 */
public record ScanInput(UUID id, Station station, String place, String device, String code, String target, long agoMs) {

    private static final int LONGEST = 80;
    private static final long WEEK_MS = 7L * 24 * 3600 * 1000;

    public ScanInput {
        place = cut(place);
        device = cut(device);
        code = cut(code);
        target = cut(target);
        agoMs = Math.max(0, Math.min(agoMs, WEEK_MS));
    }

    private static String cut(String text) {
        String clean = text.replaceAll("\\p{Cntrl}", "").strip();
        return clean.substring(0, Math.min(clean.length(), LONGEST));
    }
}

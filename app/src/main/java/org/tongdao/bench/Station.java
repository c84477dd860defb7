package org.tongdao.bench;

import java.util.Locale;
import java.util.Optional;

/** What is done where somebody stands with a scanner. */
public enum Station {
    RECEIVE,
    LABEL,
    WEIGH,
    BAG,
    SEAL,
    LOAD,
    UNLOAD,
    HOLD,
    RETURN;

    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Station> find(String path) {
        for (var station : values()) {
            if (station.path().equals(path)) {
                return Optional.of(station);
            }
        }
        return Optional.empty();
    }
}

package org.tongdao.port;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A kind of container by its plate, data/corridor/containers.csv.
 *
 * @param lengthMm inside
 * @param maxGrossG most it may weigh
 */
record BoxType(int lengthMm, long maxGrossG) {

    private static final Map<String, BoxType> ALL = ReferenceTables.rows("/data/corridor/containers.csv").stream()
            .collect(Collectors.toMap(
                    r -> r.getField("type"),
                    r -> new BoxType(
                            Integer.parseInt(r.getField("L_in_mm")),
                            1_000L * Integer.parseInt(r.getField("max_gross_kg")))));

    static Optional<BoxType> find(String code) {
        return Optional.ofNullable(ALL.get(code));
    }
}

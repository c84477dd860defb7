package org.tongdao.fulfilment;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares what was unpacked with what was listed (I-06): nothing vanishes and nothing joins without a discrepancy on record. */
@Component
class Unpacking {

    private final JdbcClient jdbc;

    Unpacking(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A bag and the parcel numbers that were in it. */
    record Opened(long bagId, String hub, Instant at, List<String> found) {}

    /** Records the count of a bag; returns the ids of the parcels that were listed and found, ascending. */
    List<Long> count(Opened bag, Numbers.Known known) {
        var listed = listed(bag.bagId());
        var found = new TreeSet<>(bag.found());
        var here = new ArrayList<Long>();
        var missing = new TreeSet<String>();
        listed.forEach((no, id) -> {
            if (found.contains(no)) {
                here.add(id);
            } else {
                missing.add(no);
            }
        });
        found.removeAll(listed.keySet());
        if (recordCount(bag, listed.size(), missing.size(), found.size())) {
            missing.forEach(no -> insert(no, "short", "counted", listed.get(no), bag));
            found.forEach(no -> insert(no, "over", "counted", known.parcel(no).orElse(null), bag));
        }
        return here.stream().sorted().toList();
    }

    /** The warehouse itself reports a discrepancy. */
    void report(String parcelNo, String kind, Optional<Long> parcelId, String hub, Instant at) {
        if (Set.of("damaged", "short", "over").contains(kind)) {
            insert(parcelNo, kind, "reported", parcelId.orElse(null), new Opened(0, hub, at, List.of()));
        }
    }

    private Map<String, Long> listed(long bagId) {
        var parcels = new HashMap<String, Long>();
        jdbc.sql(
                        "SELECT p.parcel_no, p.id FROM bag_parcel bp JOIN parcel p ON p.tenant_id = bp.tenant_id AND p.id = bp.parcel_id"
                                + " WHERE bp.tenant_id = current_tenant() AND bp.bag_id = ?")
                .param(bagId)
                .query(row -> {
                    parcels.put(row.getString(1), row.getLong(2));
                });
        return parcels;
    }

    private boolean recordCount(Opened bag, int listed, int missing, int over) {
        int found = new HashSet<>(bag.found()).size();
        return jdbc.sql("INSERT INTO bag_unpacking (tenant_id, bag_id, unpacked_at, listed, found, short, over)"
                                + " VALUES (current_tenant(), ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(bag.bagId(), Timestamp.from(bag.at()), listed, found, missing, over)
                        .update()
                == 1;
    }

    private void insert(String parcelNo, String kind, String source, @Nullable Long parcelId, Opened where) {
        jdbc.sql("INSERT INTO discrepancy (tenant_id, parcel_no, kind, source, parcel_id, hub, at)"
                        + " VALUES (current_tenant(), ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .param(parcelNo)
                .param(kind)
                .param(source)
                .param(parcelId)
                .param(where.hub())
                .param(Timestamp.from(where.at()))
                .update();
    }
}

package org.tongdao.fulfilment;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongdao.tracking.Epc;
import org.tongdao.tracking.EpcisEvent;

/** Finds our rows behind the numbers that events name, all of a document at once. */
@Component
class Numbers {

    /** The extension with the seal of a container, which tells this journey of the box from others. */
    static final String SEAL = "tongdao:seal";

    private final JdbcClient jdbc;

    Numbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ids by number; a container's number is {@code number/seal}. */
    record Known(Map<String, Long> parcels, Map<String, Long> bags, Map<String, Long> containers) {

        Optional<Long> parcel(String no) {
            return Optional.ofNullable(parcels.get(no));
        }

        Optional<Long> bag(String sscc) {
            return Optional.ofNullable(bags.get(sscc));
        }

        Optional<Long> container(String key) {
            return Optional.ofNullable(containers.get(key));
        }
    }

    Known find(List<EpcisEvent> events) {
        var parcels = new TreeSet<String>();
        var bags = new TreeSet<String>();
        var seals = new TreeSet<String>();
        for (var event : events) {
            event.epcs().forEach(uri -> value(uri, Epc.Kind.PARCEL).ifPresent(parcels::add));
            value(event.parent(), Epc.Kind.BAG).ifPresent(bags::add);
            seals.add(seal(event));
        }
        return new Known(
                ids(
                        "SELECT parcel_no, id FROM parcel WHERE tenant_id = current_tenant() AND parcel_no = ANY(?)",
                        parcels),
                ids("SELECT sscc, id FROM bag WHERE tenant_id = current_tenant() AND sscc = ANY(?)", bags),
                ids(
                        "SELECT c.container_no || '/' || c.seal_no, c.id FROM container c"
                                + " JOIN container_handover h ON h.tenant_id = c.tenant_id AND h.container_id = c.id"
                                + " WHERE c.tenant_id = current_tenant() AND c.seal_no = ANY(?)",
                        seals));
    }

    static Optional<String> value(String uri, Epc.Kind kind) {
        return Epc.find(uri).filter(epc -> epc.kind() == kind).map(Epc::value);
    }

    static String seal(EpcisEvent event) {
        return event.context().extensions().getOrDefault(SEAL, "");
    }

    private Map<String, Long> ids(String sql, Collection<String> numbers) {
        var found = new HashMap<String, Long>();
        if (!numbers.isEmpty()) {
            jdbc.sql(sql).param(numbers.toArray(String[]::new)).query(row -> {
                found.put(row.getString(1), row.getLong(2));
            });
        }
        return found;
    }
}

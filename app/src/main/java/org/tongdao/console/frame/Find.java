package org.tongdao.console.frame;

import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Recognises what was typed, pasted or scanned: parcel, order, bag, container, seal, train, wagon. */
@Component
class Find {

    /** One thing found; {@code path} is its page. */
    record Hit(String code, String kind, String path) {}

    private static final String SQL = """
            WITH typed AS (SELECT code, ord FROM unnest(string_to_array(?, chr(10))) WITH ORDINALITY AS t(code, ord))
            SELECT t.code, h.kind, h.path FROM typed t JOIN LATERAL (
                SELECT 'parcel' AS kind, '/orders/' || p.order_id AS path FROM parcel p WHERE p.tenant_id = current_tenant() AND p.parcel_no = t.code
                UNION ALL SELECT 'order', '/orders/' || o.id FROM customer_order o WHERE o.tenant_id = current_tenant() AND o.order_no = t.code
                UNION ALL SELECT 'bag', '/orders?bag=' || b.sscc FROM bag b WHERE b.tenant_id = current_tenant() AND b.sscc = t.code
                UNION ALL SELECT 'container', '/containers/' || c.id FROM container c
                          WHERE c.tenant_id = current_tenant() AND (c.container_no = t.code OR c.seal_no = t.code)
                UNION ALL SELECT 'train', '/trains/' || r.train_no FROM train r WHERE r.tenant_id = current_tenant() AND r.train_no = t.code
                UNION ALL SELECT 'wagon', '/trains/' || r.train_no FROM train_wagon w JOIN train r ON r.tenant_id = w.tenant_id AND r.id = w.train_id
                          WHERE w.tenant_id = current_tenant() AND w.wagon_no = t.code) h ON true
            ORDER BY t.ord, h.kind, h.path LIMIT 400
            """;

    private final JdbcClient jdbc;

    Find(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The codes in a text, at most 200: split at white space, commas and semicolons; order numbers keep their case. */
    static List<String> codes(String typed) {
        return List.of(typed.strip().split("[\\s,;，；]+")).stream()
                .filter(code -> !code.isEmpty() && code.length() <= 64)
                .distinct()
                .limit(200)
                .toList();
    }

    @Transactional(readOnly = true)
    public List<Hit> find(List<String> codes) {
        return jdbc.sql(SQL).param(String.join("\n", codes)).query(Hit.class).list();
    }

    static List<String> upper(List<String> codes) {
        return codes.stream().map(code -> code.toUpperCase(Locale.ROOT)).toList();
    }
}

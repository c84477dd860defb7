package org.tongdao.fulfilment;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongdao.editions.Editions;
import org.tongdao.editions.InForce;
import org.tongdao.fulfilment.Facts.Fact;

/** Opens a case for each parcel that came back, with the last day on which it may come home free of duty. */
@Component
class Returns {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final JdbcClient jdbc;
    private final InForce<ReturnRules> inForce;

    Returns(JdbcClient jdbc, Editions editions) {
        this.jdbc = jdbc;
        this.inForce = editions.read(ReturnRules.LIST, ReturnRules::of);
    }

    private record Exported(String regime, @Nullable Instant releasedAt) {}

    void open(List<Fact> returned) {
        var rules = inForce.get();
        for (var fact : returned) {
            var exported = exported(fact.parcelId());
            var day = exported.releasedAt() == null ? null : LocalDate.ofInstant(exported.releasedAt(), BEIJING);
            var rule = day == null ? null : rules.find(exported.regime(), day).orElse(null);
            jdbc.sql("INSERT INTO return_case (tenant_id, parcel_id, opened_at, cause, duty_free_until, rule)"
                            + " VALUES (current_tenant(), ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                    .param(fact.parcelId())
                    .param(Timestamp.from(fact.at()))
                    .param(fact.detail())
                    .param(rule == null || day == null ? null : java.sql.Date.valueOf(day.plusMonths(rule.months())))
                    .param(rule == null ? "" : rule.id())
                    .update();
        }
    }

    private Exported exported(long parcelId) {
        return jdbc.sql("SELECT p.regime, c.released_at FROM parcel p"
                        + " LEFT JOIN clearance c ON c.tenant_id = p.tenant_id AND c.parcel_id = p.id"
                        + " WHERE p.tenant_id = current_tenant() AND p.id = ?")
                .param(parcelId)
                .query((row, n) -> {
                    var released = row.getTimestamp(2);
                    return new Exported(row.getString(1), released == null ? null : released.toInstant());
                })
                .single();
    }
}

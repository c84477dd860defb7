package org.tongdao.visibility;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.platform.Tenancy;
import org.tongdao.terms.S10;
import org.tongdao.tracking.Delivery;

/**
 * Answers visitors who have no tenant. The database shows a visitor the one parcel whose number was typed (policy {@code typed_number}); only for
 * that parcel the question is then asked as its tenant.
 */
@Component
class PublicDesk {

    private final JdbcClient jdbc;
    private final NodeNames nodes;
    private final TransactionTemplate apart;

    PublicDesk(JdbcClient jdbc, NodeNames nodes, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.nodes = nodes;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.apart.setReadOnly(true);
    }

    Optional<PublicTracking> track(String typed, Locale language, Function<String, Optional<Delivery>> timeline) {
        String number = typed.strip().toUpperCase(Locale.ROOT);
        if (!S10.isValid(number)) {
            return Optional.empty();
        }
        Optional<Integer> tenant = apart(() -> tenantOf(number));
        return tenant.flatMap(t -> Tenancy.as(t, () -> apart(() -> answer(number, language, timeline))));
    }

    Optional<Integer> owner(String number) {
        return S10.isValid(number) ? apart(() -> tenantOf(number)) : Optional.empty();
    }

    private Optional<Integer> tenantOf(String number) {
        jdbc.sql("SET LOCAL ROLE tongdao_visitor").update();
        jdbc.sql("SELECT set_config('app.parcel', ?, true)")
                .param(number)
                .query(String.class)
                .single();
        return jdbc.sql("SELECT tenant_id FROM parcel WHERE parcel_no = ?")
                .param(number)
                .query(Integer.class)
                .optional();
    }

    private Optional<PublicTracking> answer(
            String number, Locale language, Function<String, Optional<Delivery>> timeline) {
        var words = TrackingWords.of(language, nodes);
        Consignee consignee = consignee(number);
        return timeline.apply(number).map(delivery -> words.tell(number, delivery, consignee));
    }

    /** In a transaction of its own: the caller's may belong to another tenant. */
    private <T> Optional<T> apart(Supplier<Optional<T>> work) {
        Optional<T> result = apart.execute(t -> work.get());
        return result == null ? Optional.empty() : result;
    }

    private Consignee consignee(String number) {
        return jdbc.sql("""
                SELECT o.consignee_name AS name, o.consignee_city AS city, o.country
                FROM parcel p JOIN customer_order o ON o.tenant_id = p.tenant_id AND o.id = p.order_id
                WHERE p.tenant_id = current_tenant() AND p.parcel_no = ?
                """).param(number).query(Consignee.class).single();
    }
}

package org.tongdao.declaration;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.customs.CebCheck;
import org.tongdao.customs.MasterHouseBinding;
import org.tongdao.customs.Strictness;
import org.tongdao.terms.Finding;

/** Binds the released parcels of each container to the train it leaves China on (607). */
@Component
class Binding {

    /** Containers on this train for which it is the first train, and that were not bound before. */
    private static final String CONTAINERS = """
            SELECT k.id, k.container_no, k.seal_no, k.gross_g - k.tare_g AS goods_g, t.train_no
            FROM train t
            JOIN container_leg l ON l.tenant_id = t.tenant_id AND l.train_id = t.id
            JOIN container k ON k.tenant_id = l.tenant_id AND k.id = l.container_id
            WHERE t.tenant_id = current_tenant() AND t.id = ?
              AND l.leg_no = (SELECT min(f.leg_no) FROM container_leg f
                              WHERE f.tenant_id = l.tenant_id AND f.container_id = l.container_id AND f.mode = 'rail')
              AND NOT EXISTS (SELECT FROM customs_document c WHERE c.tenant_id = k.tenant_id AND c.container_id = k.id)
            ORDER BY k.container_no, k.seal_no
            """;

    private static final String PARCELS = """
            SELECT b.sscc AS bag_no, p.parcel_no AS waybill_no, c.invt_no
            FROM container_bag kb
            JOIN bag b ON b.tenant_id = kb.tenant_id AND b.id = kb.bag_id
            JOIN bag_parcel bp ON bp.tenant_id = b.tenant_id AND bp.bag_id = b.id
            JOIN clearance c ON c.tenant_id = bp.tenant_id AND c.parcel_id = bp.parcel_id
            JOIN parcel p ON p.tenant_id = bp.tenant_id AND p.id = bp.parcel_id
            WHERE kb.tenant_id = current_tenant() AND kb.container_id = ?
            ORDER BY kb.sequence, p.parcel_no
            """;

    private final JdbcClient jdbc;
    private final Desk desk;
    private final Post post;
    private final Clock clock;

    Binding(JdbcClient jdbc, Desk desk, Post post, Clock clock) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.post = post;
        this.clock = clock;
    }

    /** A container on the first train of its way that was bound before. */
    private static final String BOUND = """
            SELECT k.id, k.container_no, k.seal_no, k.gross_g - k.tare_g AS goods_g, t.train_no
            FROM container k
            JOIN container_leg l ON l.tenant_id = k.tenant_id AND l.container_id = k.id
            JOIN train t ON t.tenant_id = l.tenant_id AND t.id = l.train_id
            WHERE k.tenant_id = current_tenant() AND k.id = ?
              AND l.leg_no = (SELECT min(f.leg_no) FROM container_leg f
                              WHERE f.tenant_id = l.tenant_id AND f.container_id = l.container_id AND f.mode = 'rail')
              AND EXISTS (SELECT FROM customs_document c WHERE c.tenant_id = k.tenant_id AND c.container_id = k.id)
            """;

    private static final String CHANGES =
            "SELECT count(*) FROM customs_document WHERE tenant_id = current_tenant() AND container_id = ?";

    private record Box(long id, String containerNo, String sealNo, long goodsG, String trainNo) {}

    /** Returns how many containers were bound now. */
    @Transactional
    public int bind(long trainId) {
        var papers = new ArrayList<Paper>();
        var boxes = jdbc.sql(CONTAINERS).param(trainId).query(Box.class).list();
        boxes.forEach(box ->
                binding(box).documents(desk.tools().parties()).forEach(d -> papers.add(Paper.binding(d, box.id()))));
        refuse(papers);
        post.send(papers);
        return boxes.size();
    }

    /** Tells customs what a bound container holds now; false when it was not bound before, so that its binding is still to come. */
    @Transactional
    public boolean rebind(long containerId) {
        var bound = jdbc.sql(BOUND).param(containerId).query(Box.class).optional();
        bound.ifPresent(box -> {
            int change = jdbc.sql(CHANGES).param(box.id()).query(Integer.class).single();
            var papers = binding(box).changes(desk.tools().parties(), change).stream()
                    .map(d -> Paper.binding(d, box.id()))
                    .toList();
            refuse(papers);
            post.send(papers);
        });
        return bound.isPresent();
    }

    private MasterHouseBinding binding(Box box) {
        var parcels = jdbc.sql(PARCELS)
                .param(box.id())
                .query(MasterHouseBinding.Bound.class)
                .list();
        return new MasterHouseBinding(
                "B" + box.sealNo(),
                box.trainNo(),
                box.containerNo() + "-" + box.sealNo(),
                box.goodsG(),
                clock.instant(),
                parcels);
    }

    private static void refuse(List<Paper> papers) {
        var against = papers.stream()
                .flatMap(p -> CebCheck.check(p.document(), Strictness.OUTBOUND).stream())
                .filter(Finding::stops)
                .toList();
        if (!against.isEmpty()) {
            throw new IllegalStateException("a binding does not obey the catalogue: " + against);
        }
    }
}

package org.tongdao.intake;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.intake.label.LabelData;
import org.tongdao.intake.label.LabelPrinter;

/** Parcel labels of a batch: one PDF and one ZPL file, in the order of the parcels. */
@Service
public class Labels {

    private static final int PAGE = 1_000;

    private static final String SELECT = """
                SELECT p.id, p.parcel_no, p.regime, p.hub, p.gross_g, p.goods_value, p.currency, o.merchant, o.consignee_name,
                       o.consignee_phone, o.consignee_address, o.consignee_city, o.consignee_postcode, o.country, l.name_zh, l.name_en,
                       l.hs, l.quantity, l.net_g, l.origin
                FROM (SELECT * FROM parcel WHERE tenant_id = current_tenant() AND %s) p
                JOIN customer_order o ON o.tenant_id = p.tenant_id AND o.id = p.order_id
                JOIN order_line l ON l.tenant_id = o.tenant_id AND l.order_id = o.id
                ORDER BY p.id, l.line_no""";

    private record Numbered(long id, LabelData data) {}

    private final JdbcClient jdbc;
    private final String publicUrl;

    Labels(JdbcClient jdbc, @Value("${tongdao.public-url:http://localhost:8080}") String publicUrl) {
        this.jdbc = jdbc;
        this.publicUrl = publicUrl;
    }

    /** Writes both files. */
    @Transactional(readOnly = true)
    public void write(long batchId, Path pdf, Path zpl) {
        try (var printer = new LabelPrinter(pdf, zpl, publicUrl)) {
            long after = 0;
            for (var page = page(batchId, after); !page.isEmpty(); page = page(batchId, after)) {
                printer.add(page.stream().map(Numbered::data).toList());
                after = page.get(page.size() - 1).id();
            }
        }
    }

    /** Writes the label of one parcel. */
    @Transactional(readOnly = true)
    public void writeParcel(String parcelNo, Path pdf, Path zpl) {
        try (var printer = new LabelPrinter(pdf, zpl, publicUrl)) {
            var one = jdbc.sql(SELECT.formatted("parcel_no = :no"))
                    .param("no", parcelNo)
                    .query(Labels::read);
            printer.add(one.stream().map(Numbered::data).toList());
        }
    }

    private List<Numbered> page(long batchId, long after) {
        return jdbc.sql(SELECT.formatted("batch_id = :batch AND id > :after ORDER BY id LIMIT :page"))
                .param("batch", batchId)
                .param("after", after)
                .param("page", PAGE)
                .query(Labels::read);
    }

    private static List<Numbered> read(ResultSet rows) throws SQLException {
        var labels = new ArrayList<Numbered>();
        while (rows.next()) {
            long id = rows.getLong("id");
            boolean more = !labels.isEmpty() && labels.get(labels.size() - 1).id() == id;
            var goods = new LabelData.Goods(
                    rows.getString("name_zh"),
                    rows.getString("name_en"),
                    rows.getString("hs"),
                    rows.getInt("quantity"),
                    rows.getLong("net_g"),
                    rows.getString("origin"));
            if (more) {
                labels.get(labels.size() - 1).data().goods().add(goods);
            } else {
                labels.add(new Numbered(id, label(rows, new ArrayList<>(List.of(goods)))));
            }
        }
        return labels;
    }

    private static LabelData label(ResultSet rows, List<LabelData.Goods> goods) throws SQLException {
        BigDecimal value = rows.getBigDecimal("goods_value");
        return new LabelData(
                rows.getString("parcel_no"),
                rows.getString("regime"),
                rows.getString("hub"),
                rows.getString("merchant"),
                rows.getString("consignee_name"),
                rows.getString("consignee_phone"),
                rows.getString("consignee_address"),
                rows.getString("consignee_city"),
                rows.getString("consignee_postcode"),
                rows.getString("country"),
                rows.getLong("gross_g"),
                value.setScale(2, java.math.RoundingMode.HALF_UP),
                rows.getString("currency"),
                goods);
    }
}

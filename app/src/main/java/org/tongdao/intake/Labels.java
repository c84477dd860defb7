package org.tongdao.intake;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.intake.label.CodeImage;
import org.tongdao.intake.label.LabelData;
import org.tongdao.intake.label.LabelPrinter;
import org.tongdao.intake.label.ZplPicture;
import org.tongdao.intake.label.ZplText;

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

    /** The label of one parcel as the printer takes it; empty when there is no such parcel. */
    @Transactional(readOnly = true)
    public Optional<String> zpl(String parcelNo) {
        return find(parcelNo).map(label -> ZplText.of(label, publicUrl));
    }

    /** What the printer makes of it, as SVG. */
    @Transactional(readOnly = true)
    public Optional<String> picture(String parcelNo) {
        return find(parcelNo).map(label -> ZplPicture.svg(ZplText.of(label, publicUrl)));
    }

    /** The labels of these parcels as one PDF, in the order given; unknown ones are left out. */
    @Transactional(readOnly = true)
    public void pdf(List<String> parcelNos, Path pdf) {
        try (var printer = LabelPrinter.toPdf(pdf, publicUrl)) {
            parcelNos.forEach(no -> find(no).ifPresent(label -> printer.add(List.of(label))));
        }
    }

    /** Any text as Code 128, as SVG. */
    public static String code128(String text) {
        return CodeImage.code128(text);
    }

    private Optional<LabelData> find(String parcelNo) {
        return jdbc.sql(SELECT.formatted("parcel_no = :no")).param("no", parcelNo).query(Labels::read).stream()
                .map(Numbered::data)
                .findFirst();
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

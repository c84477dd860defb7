package org.tongdao.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The rows of one order by plain statements in one transaction, as a program would write them that does nothing else. */
final class BareOrder implements OrdersApiBenchmark.Work {

    private final Connection connection;
    private final PreparedStatement batch;
    private final PreparedStatement file;
    private final PreparedStatement order;
    private final PreparedStatement line;
    private final PreparedStatement parcel;
    private final PreparedStatement event;
    private final PreparedStatement epc;
    private final PreparedStatement feed;
    private final PreparedStatement trail;
    private final PreparedStatement answer;

    BareOrder(Connection connection, long key) throws SQLException {
        this.connection = connection;
        try (var statement = connection.createStatement()) {
            statement.execute("SET ROLE tongdao_app");
            statement.execute("SET app.tenant = '2'");
        }
        connection.setAutoCommit(false);
        batch = connection.prepareStatement(
                "INSERT INTO order_batch (tenant_id, file_name, sha256, merchant, received_at, total_rows, accepted,"
                        + " rejected, duplicate, orders) VALUES (2, 'api', ?, 'Tianshan Trade', now(), 1, 1, 0, 0, 1) RETURNING id");
        file = connection.prepareStatement("INSERT INTO intake_file VALUES (2, ?, 'API', '{}', '')");
        order = connection.prepareStatement(
                "INSERT INTO customer_order (tenant_id, batch_id, platform, merchant, order_no, content_sha256,"
                        + " payment_no, ordered_at, currency, goods_value, consignee_name, consignee_phone, consignee_address, consignee_city,"
                        + " consignee_postcode, country, first_line) VALUES (2, ?, 'Taobao', 'Tianshan Trade', ?, repeat('a', 64), 'P', now(), 'CNY', 19.8,"
                        + " 'Айгүл Смағұлова', '+77012345678', 'ул. Абая 10, кв. 25', 'Алматы', '050000', 'KZ', 1) RETURNING id");
        line = connection.prepareStatement(
                "INSERT INTO order_line (tenant_id, order_id, line_no, file_line, sku, name_zh, name_en, hs, quantity,"
                        + " unit, unit_price, net_g, gross_g, length_mm, width_mm, height_mm, origin) VALUES (2, ?, 1, 1, 'A-1', '棉袜', 'cotton socks',"
                        + " '6115950099', 2, '025', 9.9, 120, 150, 200, 120, 40, 'CN')");
        parcel = connection.prepareStatement(
                "INSERT INTO parcel (tenant_id, order_id, batch_id, parcel_no, regime, country, hub, gross_g, net_g,"
                        + " length_mm, width_mm, height_mm, goods_value, currency, accepted_at) VALUES (2, ?, ?, ?, '9610', 'KZ', 'ALA', 150, 120, 200, 120,"
                        + " 40, 19.8, 'CNY', now())");
        event = connection.prepareStatement(
                "INSERT INTO epcis_event (tenant_id, event_id, form, action, milestone, biz_step, disposition, node, at,"
                        + " parent, paper, extensions, epcs, recorded_at) VALUES (2, ?, 'OBJECT', 'ADD', 'T010', 'commissioning', 'active', 'URC', now(), '',"
                        + " '', '{}', ARRAY[?::text], now()) RETURNING id");
        epc = connection.prepareStatement("INSERT INTO epcis_epc VALUES (2, ?, 'T010', ?)");
        feed = connection.prepareStatement(
                "INSERT INTO api_event (tenant_id, type, at, merchant, data) VALUES (2, 'orders.accepted', now(),"
                        + " 'Tianshan Trade', ?)");
        trail = connection.prepareStatement(
                "INSERT INTO audit_log (tenant_id, actor, role, action, subject) VALUES (2, 'key', 'API', 'take in', ?)");
        answer = connection.prepareStatement("INSERT INTO api_answer VALUES (2, " + key + ", ?, sha256(?), 201, ?)");
    }

    @Override
    public void one(long n) throws SQLException {
        String no = "B-" + n;
        long batchId = id(batch, no);
        file.setLong(1, batchId);
        file.executeUpdate();
        order.setLong(1, batchId);
        long orderId = id(order, 2, no);
        line.setLong(1, orderId);
        line.executeUpdate();
        parcel.setLong(1, orderId);
        parcel.setLong(2, batchId);
        parcel.setString(3, "BARE" + n);
        parcel.executeUpdate();
        event.setString(2, "urn:tongdao:parcel:BARE" + n);
        long eventId = id(event, "urn:tongdao:event:" + n);
        epc.setString(1, "urn:tongdao:parcel:BARE" + n);
        epc.setLong(2, eventId);
        epc.executeUpdate();
        feed.setString(
                1,
                "{\"batchId\":\"" + batchId + "\",\"parcels\":[{\"orderNo\":\"" + no + "\",\"parcelNo\":\"BARE" + n
                        + "\"}]}");
        feed.executeUpdate();
        trail.setString(1, "batch " + batchId + ": 1 orders");
        trail.executeUpdate();
        answer.setString(1, "k" + n);
        answer.setBytes(2, no.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        answer.setString(
                3,
                "{\"outcome\":\"accepted\",\"orderNo\":\"" + no + "\",\"orderId\":\"" + orderId
                        + "\",\"parcelNo\":\"BARE" + n + "\",\"batchId\":\"" + batchId + "\",\"notes\":[]}");
        answer.executeUpdate();
        connection.commit();
    }

    private static long id(PreparedStatement insert, String text) throws SQLException {
        return id(insert, 1, text);
    }

    private static long id(PreparedStatement insert, int at, String text) throws SQLException {
        insert.setString(at, text);
        try (ResultSet row = insert.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

package org.tongdao.intake.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.tongdao.intake.rules.CheckedRow;
import org.tongdao.intake.rules.OrderHead;
import org.tongdao.intake.rules.OrderLine;

/** Binds orders to {@link OrderSql#INSERT}, one array a column. */
final class OrderArrays {

    /** What is said once of all. */
    record Batch(String merchant, Instant at) {}

    /** A line with the place of its order among the orders. */
    private record Line(long order, int lineNo, long fileLine, OrderLine of) {}

    private final Connection connection;
    private final PreparedStatement insert;
    private final List<NewOrder> orders;
    private final List<Line> lines = new ArrayList<>();
    private final List<Long> firstLines = new ArrayList<>();
    private int at = 1;

    OrderArrays(Connection connection, PreparedStatement insert, List<NewOrder> orders) {
        this.connection = connection;
        this.insert = insert;
        this.orders = orders;
        number();
    }

    static void keys(Connection connection, PreparedStatement ask, List<NewOrder> orders) throws SQLException {
        var binding = new OrderArrays(connection, ask, orders);
        binding.head("text", OrderHead::platform);
        binding.head("text", OrderHead::merchant);
        binding.head("text", OrderHead::orderNo);
    }

    void bind(Batch batch) throws SQLException {
        bindHeads();
        bindParcels();
        bindLines();
        insert.setLong(
                at++, orders.stream().filter(order -> order.givenNo().isEmpty()).count());
        insert.setString(at++, "api " + batch.at());
        insert.setString(
                at++, "api:" + UUID.nameUUIDFromBytes(fingerprint().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        insert.setString(at++, batch.merchant());
        insert.setTimestamp(at++, Timestamp.from(batch.at()));
        insert.setTimestamp(at++, Timestamp.from(batch.at()));
    }

    /** The orders of a batch are new, so that their contents name it. */
    private String fingerprint() {
        var text = new StringBuilder();
        orders.forEach(order -> text.append(order.key()).append('\n').append(order.content()));
        return text.toString();
    }

    private void bindHeads() throws SQLException {
        head("text", OrderHead::platform);
        head("text", OrderHead::merchant);
        head("text", OrderHead::orderNo);
        order("text", NewOrder::content);
        head("text", OrderHead::paymentNo);
        head("timestamptz", head -> head.orderedAt().toString());
        head("text", OrderHead::currency);
        order("numeric", OrderArrays::value);
        head("text", head -> head.consignee().name());
        head("text", head -> head.consignee().phone());
        head("text", head -> head.consignee().address());
        head("text", head -> head.consignee().city());
        head("text", head -> head.consignee().postcode());
        head("text", head -> head.consignee().country());
        array("bigint", firstLines.toArray());
    }

    private void bindParcels() throws SQLException {
        order("text", NewOrder::givenNo);
        order("text", order -> order.rows().get(0).hub());
        order("bigint", NewOrder::grossG);
        order("bigint", order -> sum(order, row -> row.orderLine().netG()));
        order("int", order -> most(order, 0));
        order("int", order -> most(order, 1));
        order("int", order -> (int) sum(order, row -> (long) sides(row)[2]));
        var fresh = new Object[orders.size()];
        long left = 0;
        for (int i = orders.size() - 1; i >= 0; i--) {
            left += orders.get(i).givenNo().isEmpty() ? 1 : 0;
            fresh[i] = left;
        }
        array("bigint", fresh);
        head("text", OrderHead::iossNo);
    }

    private void bindLines() throws SQLException {
        array("bigint", lines.stream().map(Line::order).toArray());
        array("int", lines.stream().map(Line::lineNo).toArray());
        array("bigint", lines.stream().map(Line::fileLine).toArray());
        line("text", OrderLine::sku);
        line("text", OrderLine::nameZh);
        line("text", OrderLine::nameEn);
        line("text", OrderLine::hs);
        line("int", OrderLine::quantity);
        line("text", OrderLine::unit);
        line("numeric", OrderLine::unitPrice);
        line("bigint", OrderLine::netG);
        line("bigint", OrderLine::grossG);
        line("int", line -> line.size().lengthMm());
        line("int", line -> line.size().widthMm());
        line("int", line -> line.size().heightMm());
        line("text", OrderLine::origin);
        line("text", OrderLine::productId);
    }

    /** Gives every order the place of its first line in the batch, which also tells it from the others. */
    private void number() {
        long fileLine = 0;
        for (int n = 0; n < orders.size(); n++) {
            firstLines.add(fileLine + 1);
            int lineNo = 0;
            for (var row : orders.get(n).rows()) {
                lines.add(new Line(n + 1, ++lineNo, ++fileLine, row.orderLine()));
            }
        }
    }

    private static BigDecimal value(NewOrder order) {
        return order.rows().stream()
                .map(CheckedRow.Sound::orderLine)
                .map(line -> line.unitPrice().multiply(BigDecimal.valueOf(line.quantity())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static long sum(NewOrder order, Function<CheckedRow.Sound, Long> of) {
        return order.rows().stream().mapToLong(of::apply).sum();
    }

    private static int most(NewOrder order, int side) {
        return order.rows().stream().mapToInt(row -> sides(row)[side]).max().orElse(0);
    }

    /** Longest, middle, shortest. */
    private static int[] sides(CheckedRow.Sound row) {
        var size = row.orderLine().size();
        int longest = Math.max(size.lengthMm(), Math.max(size.widthMm(), size.heightMm()));
        int shortest = Math.min(size.lengthMm(), Math.min(size.widthMm(), size.heightMm()));
        return new int[] {longest, size.lengthMm() + size.widthMm() + size.heightMm() - longest - shortest, shortest};
    }

    private void head(String type, Function<OrderHead, Object> of) throws SQLException {
        order(type, order -> of.apply(order.rows().get(0).head()));
    }

    private void order(String type, Function<NewOrder, Object> of) throws SQLException {
        array(type, orders.stream().map(of).toArray());
    }

    private void line(String type, Function<OrderLine, Object> of) throws SQLException {
        array(type, lines.stream().map(line -> of.apply(line.of())).toArray());
    }

    private void array(String type, Object[] values) throws SQLException {
        insert.setArray(at++, connection.createArrayOf(type, values));
    }
}

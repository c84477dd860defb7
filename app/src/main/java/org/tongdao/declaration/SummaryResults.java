package org.tongdao.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.customs.CebMessage;
import org.tongdao.customs.SummaryResult;

/** What customs made of summaries (792), kept as it came. */
@Component
class SummaryResults {

    private static final String ROWS = """
            INSERT INTO customs_summary_row (tenant_id, file, position, sum_no, entry_id, state, invt_no, row_no, line_no, hs)
            SELECT current_tenant(), ?, n.position, n.sum_no, n.entry_id, n.state, n.invt_no, n.row_no, n.line_no, n.hs
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?) AS n (position, sum_no, entry_id, state, invt_no, row_no, line_no, hs)
            """;

    private final JdbcClient jdbc;

    SummaryResults(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores what a message tells of summaries; false when it is of another kind. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean take(String file, CebMessage message) {
        if (!message.type().code().equals("CEB792")) {
            return false;
        }
        var results = message.documents().stream().map(SummaryResult::of).toList();
        var rows = new ArrayList<Made>();
        results.forEach(result -> result.rows().forEach(row -> rows.add(new Made(rows.size() + 1, result, row))));
        jdbc.sql(ROWS)
                .params(
                        file,
                        rows.stream().map(Made::position).toArray(Integer[]::new),
                        texts(rows, m -> m.result().sumNo()),
                        texts(rows, m -> m.result().declaration()),
                        texts(rows, m -> m.result().state()),
                        texts(rows, m -> m.row().invtNo()),
                        rows.stream().map(m -> m.row().row()).toArray(Integer[]::new),
                        rows.stream().map(m -> m.row().line()).toArray(Integer[]::new),
                        texts(rows, m -> m.row().hs()))
                .update();
        return true;
    }

    private record Made(int position, SummaryResult result, SummaryResult.Row row) {}

    private static String[] texts(List<Made> rows, Function<Made, String> part) {
        return rows.stream().map(part).toArray(String[]::new);
    }
}

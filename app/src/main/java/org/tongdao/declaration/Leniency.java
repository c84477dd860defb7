package org.tongdao.declaration;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.customs.CebCheck;
import org.tongdao.customs.CebMessage;
import org.tongdao.customs.Strictness;

/** Records what was taken although schema or specification ask for it: the fields on which the two differ, counted by file. */
@Component
class Leniency {

    private static final String STORE = """
            INSERT INTO customs_leniency (tenant_id, file, type, field, documents)
            SELECT current_tenant(), ?, ?, n.field, n.documents FROM unnest(?, ?) AS n (field, documents)
            """;

    private final JdbcClient jdbc;

    Leniency(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Fields that were missing in a message and taken, with the number of documents. */
    static Map<String, Integer> fields(CebMessage message) {
        var fields = new TreeMap<String, Integer>();
        for (var document : message.documents()) {
            for (var finding : CebCheck.check(document, Strictness.INBOUND)) {
                if (finding.rule().equals("CEB-LENIENT")) {
                    fields.merge(finding.place().column(), 1, Integer::sum);
                }
            }
        }
        return fields;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String file, CebMessage message, Map<String, Integer> fields) {
        if (!fields.isEmpty()) {
            jdbc.sql(STORE)
                    .params(
                            file,
                            message.type().code(),
                            fields.keySet().toArray(new String[0]),
                            fields.values().toArray(new Integer[0]))
                    .update();
        }
    }
}

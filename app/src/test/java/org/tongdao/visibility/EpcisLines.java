package org.tongdao.visibility;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.tongdao.tracking.EpcisWriter;

/** The tracking engine's schema, applied to one line. */
public final class EpcisLines {

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(EpcisWriter.class.getResourceAsStream("epcis-2.0.schema.json"));

    private EpcisLines() {}

    public static List<String> faults(String line) {
        return SCHEMA
                .validate(
                        line, InputFormat.JSON, c -> c.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }
}

package org.tongdao.tracking;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/** The schema beside the engine, with formats asserted. */
final class EpcisSchema {

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(EpcisWriter.class.getResourceAsStream("epcis-2.0.schema.json"));

    private EpcisSchema() {}

    static List<String> faults(String json) {
        return SCHEMA
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }
}

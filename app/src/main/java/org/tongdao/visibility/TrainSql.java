package org.tongdao.visibility;

/** Facts about trains and what rides on them. */
final class TrainSql {

    private TrainSql() {}

    /** Containers on the wagons of a departed train, but those that were lifted on at a gauge change: T150 tells of them. */
    static final String LOADED = """
            SELECT 'T070:' || t.train_no || ':' || w.wagon_no, t.from_node, f.at, :wagon || w.wagon_no, '', '{}'::jsonb,
                   array_agg(:container || c.container_no ORDER BY c.container_no)
            FROM train t
            JOIN train_fact f ON f.tenant_id = t.tenant_id AND f.train_id = t.id AND f.milestone = 'T090'
            JOIN wagon_load l ON l.tenant_id = t.tenant_id AND l.train_id = t.id
            JOIN train_wagon w ON w.tenant_id = t.tenant_id AND w.train_id = t.id AND w.position = l.position
            JOIN container c ON c.tenant_id = l.tenant_id AND c.id = l.container_id
            WHERE t.tenant_id = current_tenant() AND WITHIN(t.id)
              AND NOT EXISTS (SELECT FROM transload x WHERE x.tenant_id = l.tenant_id
                                AND x.container_id = l.container_id AND x.to_train = t.id)
            GROUP BY t.train_no, w.wagon_no, t.from_node, f.at
            """;

    static final String MARSHALLED = """
            SELECT 'T080:' || t.train_no, t.from_node, f.at, :train || t.train_no, '', '{}'::jsonb,
                   (SELECT array_agg(:wagon || w.wagon_no ORDER BY w.position) FROM train_wagon w
                    WHERE w.tenant_id = t.tenant_id AND w.train_id = t.id)
            FROM train t
            JOIN train_fact f ON f.tenant_id = t.tenant_id AND f.train_id = t.id AND f.milestone = 'T090'
            WHERE t.tenant_id = current_tenant() AND WITHIN(t.id)
            """;

    static final String SEEN = """
            SELECT :milestone || ':' || t.train_no || ':' || f.node, f.node, f.at, '', '', '{}'::jsonb,
                   ARRAY[:train || t.train_no]
            FROM train_fact f JOIN train t ON t.tenant_id = f.tenant_id AND t.id = f.train_id
            WHERE f.tenant_id = current_tenant() AND f.milestone = :milestone
              AND WITHIN(t.id)
            """;

    /** The new consignment note covers all containers of the train and goes by the train's number. */
    static final String REWAYBILLED = """
            SELECT 'T160:' || t.train_no || ':' || f.node, f.node, f.at, '', 'urn:tongdao:waybill:' || t.train_no, '{}'::jsonb,
                   (SELECT array_agg(:container || c.container_no ORDER BY c.container_no)
                    FROM wagon_load l JOIN container c ON c.tenant_id = l.tenant_id AND c.id = l.container_id
                    WHERE l.tenant_id = t.tenant_id AND l.train_id = t.id)
            FROM train_fact f JOIN train t ON t.tenant_id = f.tenant_id AND t.id = f.train_id
            WHERE f.tenant_id = current_tenant() AND f.milestone = 'T160'
              AND WITHIN(t.id)
            """;

    static final String LIFTED_OFF = lifted("T140", "from_train");

    static final String LIFTED_ON = lifted("T150", "to_train");

    private static String lifted(String milestone, String train) {
        return """
                SELECT '%s:' || c.seal_no || ':' || x.node, x.node, x.at, :wagon || w.wagon_no, '', '{}'::jsonb,
                       ARRAY[:container || c.container_no]
                FROM transload x
                JOIN container c ON c.tenant_id = x.tenant_id AND c.id = x.container_id
                JOIN wagon_load l ON l.tenant_id = x.tenant_id AND l.container_id = x.container_id AND l.train_id = x.%s
                JOIN train_wagon w ON w.tenant_id = l.tenant_id AND w.train_id = l.train_id AND w.position = l.position
                WHERE x.tenant_id = current_tenant() AND WITHIN(c.id)
                """.formatted(milestone, train);
    }
}

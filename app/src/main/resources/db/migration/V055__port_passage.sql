-- A train at a port: when it was first told there, and what it carried then. Statistics of ports count nothing else.
CREATE VIEW port_passage WITH (security_invoker = true) AS
SELECT f.tenant_id, f.train_id, t.train_no, f.node, f.at, l.containers, l.teu, l.parcels
FROM (SELECT tenant_id, train_id, node, min(at) AS at FROM train_fact WHERE milestone IN ('T100', 'T170', 'T180') GROUP BY tenant_id, train_id, node) f
JOIN train t ON t.tenant_id = f.tenant_id AND t.id = f.train_id
CROSS JOIN LATERAL (
    SELECT count(*)::int AS containers,
           coalesce(sum(CASE left(c.type_code, 2) WHEN '20' THEN 1 WHEN '1C' THEN 1 WHEN '45' THEN 2.25 ELSE 2 END), 0)::numeric(9, 2) AS teu,
           coalesce(sum(c.parcels - (SELECT coalesce(sum(a.parcels_delta), 0) FROM container_amendment a
                                     WHERE a.tenant_id = c.tenant_id AND a.container_id = c.id AND a.at > f.at)), 0)::int AS parcels   -- as it was then
    FROM container c
    WHERE c.tenant_id = f.tenant_id AND EXISTS (SELECT FROM container_leg x WHERE x.tenant_id = c.tenant_id AND x.container_id = c.id AND x.train_id = f.train_id)) l;
GRANT SELECT ON port_passage TO tongdao_app;

-- The first declaration by one pass over all of them instead of one search a parcel: declaration has no index that serves the search.
CREATE OR REPLACE VIEW parcel_gates WITH (security_invoker = true) AS
SELECT p.tenant_id, p.id AS parcel_id, p.parcel_no, p.batch_id, p.regime, p.country, p.hub, p.gross_g, p.goods_value, p.currency, p.accepted_at,
       d.declared_at,
       c.released_at,
       dep.at AS departed_at,
       w.arrived_at AS received_at,
       done.at AS delivered_at,
       back.at AS returned_at
FROM parcel p
LEFT JOIN (SELECT tenant_id, parcel_id, min(created_at) AS declared_at FROM declaration GROUP BY tenant_id, parcel_id) d
       ON d.tenant_id = p.tenant_id AND d.parcel_id = p.id
LEFT JOIN clearance c ON c.tenant_id = p.tenant_id AND c.parcel_id = p.id
LEFT JOIN bag_parcel bp ON bp.tenant_id = p.tenant_id AND bp.parcel_id = p.id
LEFT JOIN container_bag cb ON cb.tenant_id = p.tenant_id AND cb.bag_id = bp.bag_id
LEFT JOIN container_leg l ON l.tenant_id = p.tenant_id AND l.container_id = cb.container_id AND l.leg_no = 1
LEFT JOIN train_fact dep ON dep.tenant_id = p.tenant_id AND dep.train_id = l.train_id AND dep.milestone = 'T090' AND dep.node = l.from_node
LEFT JOIN warehouse_arrival w ON w.tenant_id = p.tenant_id AND w.container_id = cb.container_id
LEFT JOIN parcel_fact done ON done.tenant_id = p.tenant_id AND done.parcel_id = p.id AND done.milestone = 'T250'
LEFT JOIN parcel_fact back ON back.tenant_id = p.tenant_id AND back.parcel_id = p.id AND back.milestone = 'T900';

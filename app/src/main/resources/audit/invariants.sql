-- I-01 rows accepted, rejected and duplicate are the rows of the file, and every accepted one is here
SELECT b.file_name FROM order_batch b
WHERE b.accepted + b.rejected + b.duplicate <> b.total_rows
   OR b.orders <> (SELECT count(*) FROM parcel p WHERE p.tenant_id = b.tenant_id AND p.batch_id = b.id)
   OR b.accepted <> (SELECT count(DISTINCT l.file_line) FROM customer_order o JOIN order_line l ON l.tenant_id = o.tenant_id AND l.order_id = o.id
                     WHERE o.tenant_id = b.tenant_id AND o.batch_id = b.id);

-- I-04 a parcel is in one bag, a bag in one container
SELECT p.parcel_id::text FROM bag_parcel p GROUP BY p.parcel_id HAVING count(*) > 1
UNION ALL SELECT c.bag_id::text FROM container_bag c GROUP BY c.bag_id HAVING count(*) > 1;

-- I-04 a planned container holds what its units hold, and a unit of loose parcels its parcels
SELECT b.id::text FROM planned_box b LEFT JOIN planned_act a ON a.tenant_id = b.tenant_id AND a.box_id = b.id
GROUP BY b.tenant_id, b.id
HAVING b.parcels <> coalesce(sum(a.parcels), 0) OR b.content_g <> coalesce(sum(a.content_g), 0) OR b.content_mm3 <> coalesce(sum(a.content_mm3), 0)
UNION ALL SELECT a.id::text FROM planned_act a JOIN planned_box b ON b.tenant_id = a.tenant_id AND b.id = a.box_id
WHERE a.sscc IS NULL AND b.done_at IS NULL
  AND a.parcels <> (SELECT count(*) FROM planned_parcel p WHERE p.tenant_id = a.tenant_id AND p.act_id = a.id);

-- I-06 what was lifted at a gauge change left the one train and stands on the other; what was unpacked is what was listed
SELECT x.container_id::text FROM transload x
LEFT JOIN wagon_load a ON a.tenant_id = x.tenant_id AND a.train_id = x.from_train AND a.container_id = x.container_id
LEFT JOIN wagon_load b ON b.tenant_id = x.tenant_id AND b.train_id = x.to_train AND b.container_id = x.container_id
WHERE a.train_id IS NULL OR b.train_id IS NULL
UNION ALL SELECT u.bag_id::text FROM bag_unpacking u WHERE u.found <> u.listed - u.short + u.over;

-- I-07 no parcel has two live declarations
SELECT d.parcel_id::text FROM declaration d WHERE d.live GROUP BY d.parcel_id HAVING count(*) > 1;

-- I-08 no parcel left without a release of its own, earlier than the departure
SELECT p.parcel_id::text FROM train_fact f
JOIN wagon_load w ON w.tenant_id = f.tenant_id AND w.train_id = f.train_id
JOIN container_bag c ON c.tenant_id = w.tenant_id AND c.container_id = w.container_id
JOIN bag_parcel p ON p.tenant_id = c.tenant_id AND p.bag_id = c.bag_id
LEFT JOIN clearance k ON k.tenant_id = p.tenant_id AND k.parcel_id = p.parcel_id AND k.released_at <= f.at
WHERE f.milestone = 'T090' AND k.parcel_id IS NULL;

-- I-13 a state is what all receipts of its document amount to, in whatever order they came, and none is without a state
SELECT n.id::text FROM (
    SELECT DISTINCT ON (c.tenant_id, c.id) c.tenant_id, c.id, r.rank, r.outcome, r.status, r.info, r.return_time,
           max(r.pre_no COLLATE "C") OVER w AS pre_no, max(r.invt_no COLLATE "C") OVER w AS invt_no
    FROM customs_document c JOIN customs_receipt r ON r.tenant_id = c.tenant_id AND r.receipt_key = c.receipt_key
    WHERE c.type IN ('CEB603', 'CEB621') OR c.paper_id IS NOT NULL OR r.returned_at >= date_trunc('second', c.sent_at)
    WINDOW w AS (PARTITION BY c.tenant_id, c.id)
    ORDER BY c.tenant_id, c.id, r.rank DESC, r.return_time COLLATE "C" DESC, r.status COLLATE "C" DESC, r.info COLLATE "C" DESC) n
LEFT JOIN customs_state s ON s.tenant_id = n.tenant_id AND s.document_id = n.id
WHERE (s.rank, s.outcome, s.status, s.info, s.return_time, s.pre_no, s.invt_no)
      IS DISTINCT FROM (n.rank, n.outcome, n.status, n.info, n.return_time, n.pre_no, n.invt_no);

-- I-16 a bag is its parcels, a container its bags, a train its containers
SELECT b.sscc FROM bag b JOIN bag_parcel bp ON bp.tenant_id = b.tenant_id AND bp.bag_id = b.id
JOIN parcel p ON p.tenant_id = bp.tenant_id AND p.id = bp.parcel_id
GROUP BY b.tenant_id, b.id, b.sscc, b.parcels, b.tare_g, b.gross_g
HAVING count(*) <> b.parcels OR b.tare_g + sum(p.gross_g) <> b.gross_g
UNION ALL
SELECT c.container_no FROM container c JOIN container_bag cb ON cb.tenant_id = c.tenant_id AND cb.container_id = c.id
JOIN bag b ON b.tenant_id = cb.tenant_id AND b.id = cb.bag_id
GROUP BY c.tenant_id, c.id, c.container_no, c.bags, c.parcels, c.tare_g, c.gross_g
HAVING count(*) <> c.bags OR sum(b.parcels) <> c.parcels OR c.tare_g + sum(b.gross_g) <> c.gross_g
UNION ALL
SELECT t.train_no FROM train t
WHERE t.gross_g + (SELECT coalesce(sum(a.gross_delta_g), 0) FROM wagon_load l
                   JOIN container_amendment a ON a.tenant_id = l.tenant_id AND a.container_id = l.container_id
                   WHERE l.tenant_id = t.tenant_id AND l.train_id = t.id AND NOT EXISTS (   -- made after the container had left this train
                     SELECT FROM manifest_amendment m WHERE m.tenant_id = a.tenant_id AND m.train_id = t.id AND m.container_id = a.container_id
                       AND m.container_seq = a.seq))
                <> (SELECT sum(w.tare_g) FROM train_wagon w WHERE w.tenant_id = t.tenant_id AND w.train_id = t.id)
                 + (SELECT sum(c.gross_g) FROM wagon_load l JOIN container c ON c.tenant_id = l.tenant_id AND c.id = l.container_id
                    WHERE l.tenant_id = t.tenant_id AND l.train_id = t.id)
   OR t.length_mm <> (SELECT sum(w.length_mm) FROM train_wagon w WHERE w.tenant_id = t.tenant_id AND w.train_id = t.id);

-- I-16 a closed container differs from its manifest by numbered amendments only, and customs was told of each by a later binding
SELECT c.container_no FROM container c
JOIN LATERAL (SELECT a.sha256_after, a.at FROM container_amendment a WHERE a.tenant_id = c.tenant_id AND a.container_id = c.id ORDER BY a.seq DESC LIMIT 1) a ON true
WHERE a.sha256_after <> container_manifest_sha256(c.tenant_id, c.id)
   OR EXISTS (SELECT FROM customs_document d WHERE d.tenant_id = c.tenant_id AND d.container_id = c.id)
      AND NOT EXISTS (SELECT FROM customs_document d WHERE d.tenant_id = c.tenant_id AND d.container_id = c.id AND d.sent_at >= a.at)
UNION ALL
SELECT a.container_id::text FROM container_amendment a
JOIN container_amendment b ON b.tenant_id = a.tenant_id AND b.container_id = a.container_id AND b.seq = a.seq + 1
WHERE a.sha256_after <> b.sha256_before
UNION ALL
SELECT a.container_id::text FROM container_amendment a
WHERE NOT EXISTS (SELECT FROM manifest_amendment m WHERE m.tenant_id = a.tenant_id AND m.container_id = a.container_id AND m.container_seq = a.seq);

-- I-04 a pulled parcel is with the inspectors, in a unit that no container carries, until it goes back
SELECT q.parcel_id::text FROM parcel_pull q
LEFT JOIN bag_parcel bp ON bp.tenant_id = q.tenant_id AND bp.parcel_id = q.parcel_id
LEFT JOIN bag b ON b.tenant_id = bp.tenant_id AND b.id = bp.bag_id
LEFT JOIN container_bag cb ON cb.tenant_id = b.tenant_id AND cb.bag_id = b.id
LEFT JOIN parcel_pull_end e ON e.tenant_id = q.tenant_id AND e.pull_id = q.id
WHERE coalesce(e.outcome, '') NOT IN ('RELOADED', 'FORWARDED') AND (b.sscc IS DISTINCT FROM q.held_sscc OR b.held_at IS NULL OR cb.bag_id IS NOT NULL);

-- I-04 a pulled parcel that went on by a later train is in the container whose amendment took it in
SELECT q.parcel_id::text FROM parcel_pull q
JOIN parcel_pull_end e ON e.tenant_id = q.tenant_id AND e.pull_id = q.id AND e.outcome = 'FORWARDED'
LEFT JOIN bag_parcel bp ON bp.tenant_id = q.tenant_id AND bp.parcel_id = q.parcel_id
LEFT JOIN container_bag cb ON cb.tenant_id = bp.tenant_id AND cb.bag_id = bp.bag_id
WHERE NOT EXISTS (SELECT FROM parcel_pull later WHERE later.tenant_id = q.tenant_id AND later.parcel_id = q.parcel_id AND later.id > q.id)
  AND NOT EXISTS (SELECT FROM container_amendment a WHERE a.tenant_id = q.tenant_id AND a.pull_id = q.id AND a.parcels_delta = 1 AND a.container_id = cb.container_id);

-- I-03 a pulled parcel that was sent back or disposed of has its end and its return case
SELECT q.parcel_id::text FROM parcel_pull q
JOIN parcel_pull_end e ON e.tenant_id = q.tenant_id AND e.pull_id = q.id AND e.outcome IN ('RETURNED', 'DISPOSED')
WHERE NOT EXISTS (SELECT FROM return_case r WHERE r.tenant_id = q.tenant_id AND r.parcel_id = q.parcel_id)
   OR NOT EXISTS (SELECT FROM parcel_fact f WHERE f.tenant_id = q.tenant_id AND f.parcel_id = q.parcel_id AND f.milestone = 'T900');

-- I-18 no service is booked above its capacity, nor beyond what its containers took
SELECT r.service_code FROM service_run r
WHERE r.booked_ffe > r.capacity_ffe
   OR r.booked_ffe <> (SELECT count(*) FROM container_leg l WHERE l.tenant_id = r.tenant_id AND l.service_run_id = r.id);

-- I-18 no stretch of a departure is above what it takes, nor has it taken more or less than its holders hold
SELECT s.line || ' ' || s.leaves_at || ' ' || s.stretch_no FROM departure_stretch s
LEFT JOIN (SELECT h.tenant_id, h.line, h.leaves_at, h.stretch_no, sum(h.slots) AS slots, sum(h.teu) AS teu, sum(h.kg) AS kg, sum(h.m3) AS m3
           FROM room_hold h GROUP BY 1, 2, 3, 4) h USING (tenant_id, line, leaves_at, stretch_no)
WHERE (s.taken_slots, s.taken_teu, s.taken_kg, s.taken_m3) <> (coalesce(h.slots, 0), coalesce(h.teu, 0), coalesce(h.kg, 0), coalesce(h.m3, 0))
   OR s.taken_slots > s.capacity_slots OR s.taken_teu > s.capacity_teu OR s.taken_kg > s.capacity_kg OR s.taken_m3 > s.capacity_m3;

-- I-18 a booking holds room on every stretch of its way until it is cancelled, and none after
SELECT b.id::text FROM route_booking b
WHERE (b.cancelled_at IS NOT NULL OR b.stranded) = EXISTS (SELECT FROM room_hold h WHERE h.tenant_id = b.tenant_id AND h.holder = 'booking' AND h.holder_id = b.id)
  AND jsonb_path_exists(b.journey, '$.legs[*].line ? (@ <> "")');

-- I-18 the arrival of a booking is the last one that was promised, or was promised with a reason
SELECT b.id::text FROM route_booking b
LEFT JOIN LATERAL (SELECT p.promised_at FROM promise p WHERE p.tenant_id = b.tenant_id AND p.subject = 'booking' AND p.subject_id = b.id ORDER BY p.turn DESC LIMIT 1) p ON true
WHERE b.cancelled_at IS NULL AND NOT b.stranded AND (p.promised_at IS NULL OR b.arrives_at > p.promised_at);

-- I-17 a sealed container is as its latest plan says, that plan breaks no rule, and it is not above what its type may weigh
SELECT c.container_no FROM container c
JOIN LATERAL (SELECT v.plan FROM load_version v WHERE v.tenant_id = c.tenant_id AND v.container_id = c.id ORDER BY v.version DESC LIMIT 1) v ON true
WHERE c.sealed_at IS NOT NULL AND (
      jsonb_array_length(v.plan -> 'verdict') > 0
   OR c.gross_g > (v.plan -> 'containers' -> 0 -> 'offer' -> 'type' ->> 'maxGrossG')::bigint
   OR EXISTS (SELECT FROM container_bag cb JOIN bag b ON b.tenant_id = cb.tenant_id AND b.id = cb.bag_id
              WHERE cb.tenant_id = c.tenant_id AND cb.container_id = c.id AND NOT EXISTS (
                SELECT FROM jsonb_to_recordset(v.plan -> 'placements') p (id text, x int, y int, z int, dx int, dy int, dz int)
                WHERE p.id = b.sscc AND (p.x, p.y, p.z, p.dx, p.dy, p.dz) = (cb.x_mm, cb.y_mm, cb.z_mm, cb.dx_mm, cb.dy_mm, cb.dz_mm))));

-- I-20 a seal is on one container, and doors that were opened carry a new one
SELECT s.seal_no FROM (SELECT c.seal_no FROM container c WHERE c.seal_no IS NOT NULL UNION ALL SELECT n.seal_no FROM container_seal n) s GROUP BY s.seal_no HAVING count(*) > 1
UNION ALL
SELECT c.container_no FROM container c
WHERE (SELECT count(*) FROM container_seal n WHERE n.tenant_id = c.tenant_id AND n.container_id = c.id)
   <> (SELECT count(*) FROM container_amendment a WHERE a.tenant_id = c.tenant_id AND a.container_id = c.id);

-- I-21 the legs of a container meet in place and time, and a wagon has the gauge of its leg
SELECT a.container_id::text FROM container_leg a JOIN container_leg b
  ON b.tenant_id = a.tenant_id AND b.container_id = a.container_id AND b.leg_no = a.leg_no + 1
WHERE a.to_node <> b.from_node OR a.planned_arrive > b.planned_depart
UNION ALL SELECT l.container_id::text FROM container_leg l JOIN train t ON t.tenant_id = l.tenant_id AND t.id = l.train_id
WHERE l.gauge_mm <> t.gauge_mm;

-- I-22 no container went on before supervision released the train that brought it and it was lifted over
SELECT x.container_id::text FROM transload x
JOIN train_fact d ON d.tenant_id = x.tenant_id AND d.train_id = x.to_train AND d.milestone = 'T090'
WHERE x.at > d.at OR NOT EXISTS (
  SELECT FROM train_fact r WHERE r.tenant_id = x.tenant_id AND r.train_id = x.from_train AND r.milestone = 'T130' AND r.at <= d.at);

-- I-24 every entry balances in every unit
SELECT j.entry_id FROM journal_line j GROUP BY j.tenant_id, j.entry_id, j.unit HAVING sum(j.debit) <> sum(j.credit);

-- I-25 freight is charged once a parcel, and every parcel that departed is charged
SELECT f.parcel_id::text FROM freight_charge f
WHERE NOT EXISTS (SELECT FROM journal_entry r WHERE r.tenant_id = f.tenant_id AND r.reverses = f.entry_id)
GROUP BY f.parcel_id HAVING count(*) > 1;

-- I-25 a signed statement holds as many lines as were signed, with the amounts of the journal, and no movement stands in two
SELECT s.number FROM monthly_statement s
WHERE s.lines <> (SELECT count(*) FROM statement_line l WHERE l.tenant_id = s.tenant_id AND l.merchant = s.merchant AND l.month = s.month)
UNION ALL
SELECT l.entry_id FROM statement_line l
WHERE l.amount_minor IS DISTINCT FROM (
        SELECT sum(j.debit - j.credit) FROM journal_line j JOIN account a ON a.tenant_id = j.tenant_id AND a.code = j.account
        WHERE j.tenant_id = l.tenant_id AND j.entry_id = l.entry_id AND j.unit = 'money:' || l.currency AND a.merchant = l.merchant)
UNION ALL
SELECT l.entry_id FROM statement_line l GROUP BY l.tenant_id, l.entry_id, l.currency HAVING count(*) > 1;

-- I-30 nothing waits in the outbox for a day without a reason
SELECT o.message_key FROM outbox o
WHERE o.sent_at IS NULL AND o.dead_reason IS NULL AND o.created_at < (SELECT max(n.created_at) FROM outbox n) - interval '1 day';

-- A disturbance belongs to the plan version that answered it; undoing that version takes it off the board, and the rows stay.
ALTER TABLE yard_disturbance ADD version int NOT NULL DEFAULT 0;

-- The versions that the latest plan of a station was made from, itself included; what was undone is not among them.
CREATE VIEW yard_standing WITH (security_invoker = true) AS
WITH RECURSIVE standing AS (
    SELECT p.tenant_id, p.station, p.version, p.based_on FROM yard_plan p
    WHERE p.version = (SELECT max(l.version) FROM yard_plan l WHERE l.tenant_id = p.tenant_id AND l.station = p.station)
    UNION ALL
    SELECT p.tenant_id, p.station, p.version, p.based_on FROM yard_plan p
    JOIN standing s ON s.tenant_id = p.tenant_id AND s.station = p.station AND s.based_on = p.version)
SELECT tenant_id, station, version FROM standing;
GRANT SELECT ON yard_standing TO tongdao_app;

-- What stands against the plan now; a later word about the same unit from the same moment replaces the earlier one.
CREATE VIEW yard_trouble WITH (security_invoker = true) AS
SELECT DISTINCT ON (d.tenant_id, d.station, d.kind, d.train_id, d.resource, d.unit, CASE d.kind WHEN 'CLOSED' THEN d.from_at END)
       d.tenant_id, d.id, d.station, d.kind, d.train_id, d.resource, d.unit, d.from_at, d.until_at, d.reason
FROM yard_disturbance d
JOIN yard_standing s ON s.tenant_id = d.tenant_id AND s.station = d.station AND s.version = d.version
ORDER BY d.tenant_id, d.station, d.kind, d.train_id, d.resource, d.unit, CASE d.kind WHEN 'CLOSED' THEN d.from_at END, d.id DESC;
GRANT SELECT ON yard_trouble TO tongdao_app;

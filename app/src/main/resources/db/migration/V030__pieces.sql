-- A parcel that is too large for a bag travels as a piece: a unit with a number and size of its own.
ALTER TABLE bag ADD COLUMN piece boolean NOT NULL DEFAULT false;
ALTER TABLE bag ADD CONSTRAINT bag_piece_is_one_parcel CHECK (NOT piece OR parcels = 1);

-- Said once for each subject and limit.
DELETE FROM left_behind a USING left_behind b
WHERE a.tenant_id = b.tenant_id AND a.subject_kind = b.subject_kind AND a.subject_id = b.subject_id AND a.rule = b.rule AND a.id < b.id;
ALTER TABLE left_behind ADD CONSTRAINT left_behind_once UNIQUE (tenant_id, subject_kind, subject_id, rule);

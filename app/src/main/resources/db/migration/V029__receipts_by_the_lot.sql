-- Receipts come by the ten thousand: what was looked up for each row is looked up once for a lot, and fewer indexes are touched.

-- Every receipt stands in a file of the inbox, every state belongs to a document that was sent. Neither can be taken away or get another key afterwards
-- (append only), so it is enough to look when rows are added; a foreign key looks and locks once a row.
ALTER TABLE customs_receipt DROP CONSTRAINT customs_receipt_tenant_id_wire_file_fkey;
CREATE FUNCTION receipts_stand_in_the_inbox() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    missing text;
BEGIN
    SELECT f.file INTO missing FROM (SELECT DISTINCT tenant_id, wire, file FROM added) f
    WHERE NOT EXISTS (SELECT FROM inbox i WHERE i.tenant_id = f.tenant_id AND i.wire = f.wire AND i.message_key = f.file) LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'a receipt names the file %, which never came', missing USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER receipts_stand_in_the_inbox AFTER INSERT ON customs_receipt REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION receipts_stand_in_the_inbox();

ALTER TABLE customs_state DROP CONSTRAINT customs_state_tenant_id_document_id_fkey;
CREATE FUNCTION states_belong_to_documents() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    missing bigint;
BEGIN
    SELECT a.document_id INTO missing FROM added a
    WHERE NOT EXISTS (SELECT FROM customs_document c WHERE c.tenant_id = a.tenant_id AND c.id = a.document_id) LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'a state names the document %, which was never sent', missing USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER states_belong_to_documents AFTER INSERT ON customs_state REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION states_belong_to_documents();
CREATE FUNCTION keys_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the key of a row of % does not change', TG_TABLE_NAME;
END $$;
CREATE TRIGGER states_keep_their_document BEFORE UPDATE OF tenant_id, document_id ON customs_state FOR EACH ROW
    WHEN (OLD.tenant_id <> NEW.tenant_id OR OLD.document_id <> NEW.document_id) EXECUTE FUNCTION keys_stay();

-- A state changes several times in the life of a document; without its outcome in an index the new version stays on the same page.
DROP INDEX customs_state_broker;
CREATE INDEX customs_state_broker ON customs_state (tenant_id, document_id) WHERE needs_broker;
ALTER TABLE customs_state SET (fillfactor = 70);

-- The feed pages by time; within a second the few receipts are sorted. Of outcomes only those are looked for that are rare.
DROP INDEX customs_receipt_feed;
DROP INDEX customs_receipt_feed_outcome;
CREATE INDEX customs_receipt_feed ON customs_receipt (tenant_id, returned_at);
CREATE INDEX customs_receipt_feed_trouble ON customs_receipt (tenant_id, outcome, returned_at)
    WHERE outcome IN ('REVIEW', 'INSPECTION', 'DETAINED', 'REFUSED', 'RETURNED');

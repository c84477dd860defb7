-- Releases and their events come by the ten thousand with the receipts: what they point to is looked up once a statement (as V029 does for receipts and states).

-- Parcels and declarations are never removed and keep their numbers, so it is enough to look when rows that point to them are added.
REVOKE DELETE ON parcel, declaration FROM tongdao_app;
CREATE TRIGGER parcels_keep_their_id BEFORE UPDATE OF tenant_id, id ON parcel FOR EACH ROW
    WHEN (OLD.tenant_id <> NEW.tenant_id OR OLD.id <> NEW.id) EXECUTE FUNCTION keys_stay();
CREATE TRIGGER declarations_keep_their_id BEFORE UPDATE OF tenant_id, id ON declaration FOR EACH ROW
    WHEN (OLD.tenant_id <> NEW.tenant_id OR OLD.id <> NEW.id) EXECUTE FUNCTION keys_stay();

ALTER TABLE clearance DROP CONSTRAINT clearance_tenant_id_parcel_id_fkey, DROP CONSTRAINT clearance_tenant_id_declaration_id_fkey;
CREATE FUNCTION releases_belong_to_declared_parcels() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    missing bigint;
BEGIN
    SELECT a.parcel_id INTO missing FROM added a
    WHERE NOT EXISTS (SELECT FROM declaration d WHERE d.tenant_id = a.tenant_id AND d.id = a.declaration_id AND d.parcel_id = a.parcel_id) LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'a release names the parcel % with a declaration that is not its own', missing USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER releases_belong_to_declared_parcels AFTER INSERT ON clearance REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION releases_belong_to_declared_parcels();
CREATE TRIGGER releases_keep_what_they_are_about BEFORE UPDATE OF tenant_id, parcel_id, declaration_id ON clearance FOR EACH ROW
    EXECUTE FUNCTION keys_stay();

ALTER TABLE epcis_epc DROP CONSTRAINT epcis_epc_tenant_id_event_fkey;
CREATE FUNCTION objects_belong_to_events() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    missing bigint;
BEGIN
    SELECT a.event INTO missing FROM (SELECT DISTINCT tenant_id, event FROM added) a
    WHERE NOT EXISTS (SELECT FROM epcis_event e WHERE e.tenant_id = a.tenant_id AND e.id = a.event) LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'an object names the event %, which is not in the log', missing USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER objects_belong_to_events AFTER INSERT ON epcis_epc REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION objects_belong_to_events();

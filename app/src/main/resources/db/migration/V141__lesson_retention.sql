-- Thirty days after a lesson has ended its ground is emptied; its number stays, so that no other tenant gets it, and the attempt keeps its score.

ALTER TABLE tenant ADD COLUMN emptied_at timestamptz;

-- Of the tenant of the transaction, and of a lesson that ended only: nobody else's facts can be removed by it. Returns how many rows went.
CREATE FUNCTION empty_ground() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    ground int := current_tenant();
    target regclass;
    kept regclass[];
    waiting regclass[];
    gone bigint := 0;
    rows bigint;
BEGIN
    PERFORM FROM tenant t WHERE t.id = ground AND t.training AND t.closed_at < clock_timestamp() - interval '30 days' AND t.emptied_at IS NULL FOR UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'tenant % is no lesson that ended thirty days ago', ground USING ERRCODE = 'check_violation';
    END IF;
    UPDATE tenant SET emptied_at = clock_timestamp() WHERE id = ground;
    SELECT array_agg(c.oid::regclass) INTO waiting FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
    WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relnamespace = 'public'::regnamespace;
    WHILE cardinality(waiting) > 0 LOOP                 -- what others still point at waits for the next round
        kept := '{}';
        FOREACH target IN ARRAY waiting LOOP
            BEGIN
                EXECUTE format('DELETE FROM %s WHERE tenant_id = $1', target) USING ground;
                GET DIAGNOSTICS rows = ROW_COUNT;
                gone := gone + rows;
            EXCEPTION WHEN foreign_key_violation THEN
                kept := kept || target;
            END;
        END LOOP;
        IF cardinality(kept) = cardinality(waiting) THEN
            RAISE EXCEPTION 'tables of tenant % hold each other: %', ground, kept;
        END IF;
        waiting := kept;
    END LOOP;
    RETURN gone;
END $$;
REVOKE EXECUTE ON FUNCTION empty_ground() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION empty_ground() TO tongdao_app;

-- Releases go only with their list (V027), or with the whole lesson.
CREATE FUNCTION is_emptied(tenant int) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    RETURN EXISTS (SELECT FROM public.tenant t WHERE t.id = $1 AND t.training AND t.emptied_at IS NOT NULL);

CREATE OR REPLACE FUNCTION clearance_goes_only_with_its_list() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT is_emptied(OLD.tenant_id) AND (
          NOT EXISTS (SELECT FROM clearance_withdrawn w WHERE w.tenant_id = OLD.tenant_id AND w.declaration_id = OLD.declaration_id)
       OR EXISTS (SELECT FROM declaration d WHERE d.tenant_id = OLD.tenant_id AND d.id = OLD.declaration_id AND d.live)) THEN
        RAISE EXCEPTION 'the clearance of parcel % stands: its list was not cancelled', OLD.parcel_id;
    END IF;
    RETURN OLD;
END $$;

CREATE OR REPLACE FUNCTION import_release_goes_only_with_its_list() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT is_emptied(OLD.tenant_id)
       AND NOT EXISTS (SELECT FROM customs_paper p WHERE p.tenant_id = OLD.tenant_id AND p.import_list_id = OLD.import_list_id AND p.kind = 'CANCEL' AND p.done) THEN
        RAISE EXCEPTION 'the release of import % stands: its list was not cancelled', OLD.import_id;
    END IF;
    RETURN OLD;
END $$;

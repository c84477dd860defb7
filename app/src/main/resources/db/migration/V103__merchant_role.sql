-- A merchant's people and programs see his rows only. A role of its own, so that the policies cost nobody else a plan; it may do what the application
-- may, and each of these restrictive policies takes away what belongs to another merchant.

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'tongdao_merchant') THEN
        CREATE ROLE tongdao_merchant NOLOGIN NOBYPASSRLS;
    END IF;
END $$;
GRANT tongdao_app TO tongdao_merchant;
GRANT tongdao_merchant TO CURRENT_USER;

-- The merchant of the running transaction; unset means null, and null matches no row.
CREATE FUNCTION current_merchant() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('app.merchant', true), '');

-- Every table that names a merchant, or an order, batch or parcel of one. A migration that adds such a table calls this again.
CREATE PROCEDURE restrict_to_merchant() LANGUAGE plpgsql AS $$
DECLARE
    target record;
    own text;
BEGIN
    FOR target IN
        SELECT c.oid::regclass AS name, array_agg(a.attname::text) AS columns
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
          AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'merchant_only')
        GROUP BY c.oid
    LOOP
        own := CASE
            WHEN NOT 'tenant_id' = ANY (target.columns) THEN NULL
            WHEN target.name::text IN ('app_user', 'invitation') THEN NULL
            WHEN 'merchant' = ANY (target.columns) THEN 'merchant = current_merchant()'
            WHEN 'order_id' = ANY (target.columns) THEN format('EXISTS (SELECT FROM customer_order o WHERE o.tenant_id = %1$s.tenant_id AND o.id = %1$s.order_id)', target.name)
            WHEN 'parcel_id' = ANY (target.columns) THEN format('parcel_id IS NULL OR EXISTS (SELECT FROM parcel p WHERE p.tenant_id = %1$s.tenant_id AND p.id = %1$s.parcel_id)', target.name)
            WHEN 'batch_id' = ANY (target.columns) THEN format('EXISTS (SELECT FROM order_batch b WHERE b.tenant_id = %1$s.tenant_id AND b.id = %1$s.batch_id)', target.name)
            END;
        IF own IS NOT NULL THEN
            EXECUTE format('CREATE POLICY merchant_only ON %s AS RESTRICTIVE FOR ALL TO tongdao_merchant USING (%s)', target.name, own);
        END IF;
    END LOOP;
END $$;
CALL restrict_to_merchant();

ALTER TABLE app_user ADD COLUMN merchant text NOT NULL DEFAULT '';
ALTER TABLE invitation ADD COLUMN merchant text NOT NULL DEFAULT '';
ALTER TABLE app_user DROP CONSTRAINT app_user_role_check;
ALTER TABLE app_user ADD CONSTRAINT app_user_role_check
    CHECK (role IN ('ADMIN', 'OPERATOR', 'BROKER', 'DISPATCHER', 'WAREHOUSE', 'FINANCE', 'MERCHANT', 'PARK', 'AUDITOR'));

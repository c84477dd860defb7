-- Merchants work in the wizard and read their bills: what hangs on a draft is closed to other merchants, and bills are paged by departure.

DO $$
DECLARE
    target text;
BEGIN
    FOREACH target IN ARRAY ARRAY['import_draft_mapping', 'import_fix', 'import_trial', 'import_commit'] LOOP
        EXECUTE format('DROP POLICY IF EXISTS merchant_only ON %s', target);
        EXECUTE format('CREATE POLICY merchant_only ON %1$s AS RESTRICTIVE FOR ALL TO tongdao_merchant USING
            (EXISTS (SELECT FROM import_draft d WHERE d.tenant_id = %1$s.tenant_id AND d.id = %1$s.draft_id))', target);
    END LOOP;
    FOREACH target IN ARRAY ARRAY['import_trial_row', 'import_trial_finding'] LOOP
        EXECUTE format('CREATE POLICY merchant_only ON %1$s AS RESTRICTIVE FOR ALL TO tongdao_merchant USING
            (EXISTS (SELECT FROM import_trial t WHERE t.tenant_id = %1$s.tenant_id AND t.id = %1$s.trial_id))', target);
    END LOOP;
    -- the log of a webhook, and what is told again, belong to whom the webhook belongs
    FOREACH target IN ARRAY ARRAY['webhook_attempt', 'webhook_replay'] LOOP
        EXECUTE format('CREATE POLICY merchant_only ON %1$s AS RESTRICTIVE FOR ALL TO tongdao_merchant USING
            (EXISTS (SELECT FROM webhook w WHERE w.tenant_id = %1$s.tenant_id AND w.id = %1$s.webhook_id))', target);
    END LOOP;
END $$;

CREATE INDEX freight_charge_departed ON freight_charge (tenant_id, departed_at DESC, parcel_id DESC, turn DESC);

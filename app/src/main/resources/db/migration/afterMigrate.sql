-- Tables that later migrations added get the policies of V103 as well; those that have them are passed over.
CALL restrict_to_merchant();

-- Papers of the customs desk that name no merchant: his role sees none of them.
DO $$
DECLARE
    target text;
BEGIN
    FOREACH target IN ARRAY ARRAY['import_batch', 'import_order', 'import_line', 'import_list', 'import_release', 'import_finding',
        'customs_paper', 'customs_row_balance', 'customs_return_row', 'customs_summary_list', 'customs_summary_row', 'customs_site_row',
        'screening_run'] LOOP
        IF NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = target::regclass AND polname = 'merchant_only') THEN
            EXECUTE format('CREATE POLICY merchant_only ON %I AS RESTRICTIVE FOR ALL TO tongdao_merchant USING (false)', target);
        END IF;
    END LOOP;
END $$;

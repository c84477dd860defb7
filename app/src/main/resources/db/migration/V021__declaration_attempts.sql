-- The attempts of a parcel: each number once, and found at once however many parcels there are.
CREATE UNIQUE INDEX declaration_attempt ON declaration (tenant_id, parcel_id, attempt);

-- A return of part of a purchase gives part of the buyer's year back; what comes back in all is a function of customs' word, so it counts once.
ALTER TABLE import_purchase ADD COLUMN given_fen bigint NOT NULL DEFAULT 0;
ALTER TABLE import_purchase NO FORCE ROW LEVEL SECURITY;    -- the owner fills the new column for every tenant
UPDATE import_purchase SET given_fen = fen WHERE given_back_at IS NOT NULL;
ALTER TABLE import_purchase FORCE ROW LEVEL SECURITY;
ALTER TABLE import_purchase
    ADD CONSTRAINT import_purchase_given CHECK (given_fen BETWEEN 0 AND fen),
    ADD CONSTRAINT import_purchase_over CHECK ((given_back_at IS NOT NULL) = (given_fen = fen));

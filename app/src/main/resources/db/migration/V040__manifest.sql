-- What a train was composed by, and what the checker advises about it; findings that stop never get this far.
ALTER TABLE train
    ADD rules  text NOT NULL DEFAULT '',
    ADD advice text[] NOT NULL DEFAULT '{}';

-- So that a bag is its own weight and its parcels' to the gram (I-16); a parcel that travels as a piece has no bag.
ALTER TABLE bag ADD tare_g bigint NOT NULL DEFAULT 0 CHECK (tare_g >= 0);

-- What a train was composed by, and what the checker advises about it; findings that stop never get this far.
ALTER TABLE train
    ADD rules  text NOT NULL DEFAULT '',
    ADD advice text[] NOT NULL DEFAULT '{}';

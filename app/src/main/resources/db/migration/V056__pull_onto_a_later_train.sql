-- A pulled parcel may go on by a later train.
ALTER TABLE parcel_pull_end DROP CONSTRAINT parcel_pull_end_outcome_check;
ALTER TABLE parcel_pull_end ADD CONSTRAINT parcel_pull_end_outcome_check CHECK (outcome IN ('RELOADED', 'FORWARDED', 'RETURNED', 'DISPOSED'));

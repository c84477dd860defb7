-- People and programs outside who asked to be told of one parcel. A row is removed when the story ends or they say so: an address is kept no longer than needed.

CREATE TABLE parcel_follower (
    tenant_id    int NOT NULL REFERENCES tenant,
    id           bigint GENERATED ALWAYS AS IDENTITY,
    parcel_no    text NOT NULL,
    channel      text NOT NULL CHECK (channel IN ('MAIL', 'WEBHOOK')),
    address      text NOT NULL CHECK (length(address) BETWEEN 3 AND 500),
    language     text NOT NULL CHECK (language IN ('zh', 'en', 'ru', 'kk')),
    secret       text NOT NULL,                 -- signs deliveries to a web hook; empty for mail
    token        text NOT NULL UNIQUE,          -- of the link that confirms and ends; all it can do is that
    asked_at     timestamptz NOT NULL DEFAULT now(),
    confirmed_at timestamptz,
    due_at       timestamptz NOT NULL,          -- when to look again, or to forget a wish that was not confirmed
    told         text NOT NULL DEFAULT '',      -- what was told last
    messages     int NOT NULL DEFAULT 0,
    failures     int NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, parcel_no, channel, address)
);
CALL protect('parcel_follower');
REVOKE UPDATE ON parcel_follower FROM tongdao_app;
GRANT UPDATE (confirmed_at, due_at, told, messages, failures) ON parcel_follower TO tongdao_app;
CREATE INDEX parcel_follower_due ON parcel_follower (tenant_id, due_at);
-- who follows a link has no tenant yet: he sees the one row whose token he knows
CREATE POLICY shown_token ON parcel_follower FOR SELECT USING (token = nullif(current_setting('app.shown_token', true), ''));

-- Who may come in by the login of his organisation (OpenID Connect), and as whom. Invited by e-mail; the first login pins the subject, and from then on it alone counts.

CREATE TABLE user_login (
    tenant_id     int NOT NULL,
    user_name     text NOT NULL,
    email         text NOT NULL UNIQUE CHECK (email = lower(email) AND length(email) BETWEEN 3 AND 254),
    issuer        text NOT NULL DEFAULT '',
    subject       text NOT NULL DEFAULT '',
    added_by      text NOT NULL,
    added_at      timestamptz NOT NULL DEFAULT now(),
    first_used_at timestamptz,
    PRIMARY KEY (tenant_id, user_name),
    FOREIGN KEY (tenant_id, user_name) REFERENCES app_user,
    CHECK ((issuer = '') = (subject = ''))
);
CALL protect('user_login');
REVOKE UPDATE ON user_login FROM tongdao_app;
GRANT UPDATE (issuer, subject, first_used_at) ON user_login TO tongdao_app;
CREATE UNIQUE INDEX user_login_subject ON user_login (issuer, subject) WHERE subject <> '';
-- who comes in has no tenant yet: he sees the row of the subject or the e-mail that his organisation vouches for
CREATE POLICY vouched ON user_login FOR SELECT USING (
    email = nullif(current_setting('app.vouched_email', true), '')
    OR subject <> '' AND issuer || ' ' || subject = nullif(current_setting('app.vouched_subject', true), ''));

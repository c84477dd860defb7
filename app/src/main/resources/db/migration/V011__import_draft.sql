-- A file on its way in: kept as it came, with what a person said about its columns and corrected in it, tried as often as needed, taken in once.

CREATE TABLE import_draft (
    tenant_id int NOT NULL REFERENCES tenant,
    id        bigint GENERATED ALWAYS AS IDENTITY,
    merchant  text NOT NULL,
    file_name text NOT NULL,
    content   bytea NOT NULL,
    actor     text NOT NULL,
    opened_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CALL protect_append_only('import_draft');

CREATE TABLE import_draft_mapping (             -- the latest counts
    tenant_id int NOT NULL,
    id        bigint GENERATED ALWAYS AS IDENTITY,
    draft_id  bigint NOT NULL,
    mapping   text NOT NULL,                    -- docs/formats/mapping.md
    actor     text NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, draft_id) REFERENCES import_draft
);
CALL protect_append_only('import_draft_mapping');

CREATE TABLE import_fix (                       -- corrections, in their order; the later one counts
    tenant_id int NOT NULL,
    id        bigint GENERATED ALWAYS AS IDENTITY,
    draft_id  bigint NOT NULL,
    line      bigint NOT NULL,                  -- 0: in every row that has this value in this column
    column_no int NOT NULL,                     -- of the file, from 0
    was       text NOT NULL,
    becomes   text NOT NULL,
    actor     text NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, draft_id) REFERENCES import_draft
);
CALL protect_append_only('import_fix');
CREATE INDEX import_fix_draft ON import_fix (tenant_id, draft_id, id);

CREATE TABLE import_trial (                     -- what taking it in would have done
    tenant_id int NOT NULL,
    id        bigint GENERATED ALWAYS AS IDENTITY,
    draft_id  bigint NOT NULL,
    header    text[] NOT NULL,
    rows      int NOT NULL,
    accepted  int NOT NULL,
    rejected  int NOT NULL,
    duplicate int NOT NULL,
    orders    int NOT NULL,
    refusals  text[] NOT NULL,                  -- rule, value, what to do … of a file that is refused as a whole
    last_fix  bigint NOT NULL,                  -- that it knew
    millis    bigint NOT NULL,
    tried_at  timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, draft_id) REFERENCES import_draft
);
CALL protect_append_only('import_trial');
CREATE INDEX import_trial_draft ON import_trial (tenant_id, draft_id, id);

CREATE TABLE import_trial_row (                 -- the rows that would not go in, up to five thousand of each trial
    tenant_id int NOT NULL,
    trial_id  bigint NOT NULL,
    line      bigint NOT NULL,
    outcome   text NOT NULL,
    cells     text NOT NULL,                    -- as read, with the corrections, separated by U+001F
    PRIMARY KEY (tenant_id, trial_id, line),
    FOREIGN KEY (tenant_id, trial_id) REFERENCES import_trial
);
CALL protect('import_trial_row');

CREATE TABLE import_trial_finding (
    tenant_id   int NOT NULL,
    trial_id    bigint NOT NULL,
    line        bigint NOT NULL,
    seq         int NOT NULL,
    rule        text NOT NULL,
    severity    text NOT NULL,
    column_name text NOT NULL,
    value       text NOT NULL,
    maybe       text NOT NULL,
    PRIMARY KEY (tenant_id, trial_id, line, seq),
    FOREIGN KEY (tenant_id, trial_id) REFERENCES import_trial
);
CALL protect('import_trial_finding');
CREATE INDEX import_trial_finding_rule ON import_trial_finding (tenant_id, trial_id, rule, line);

CREATE TABLE import_commit (                    -- taken in, once
    tenant_id int NOT NULL,
    draft_id  bigint NOT NULL,
    batch_id  bigint NOT NULL,
    actor     text NOT NULL,
    at        timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, draft_id),
    FOREIGN KEY (tenant_id, draft_id) REFERENCES import_draft,
    FOREIGN KEY (tenant_id, batch_id) REFERENCES order_batch
);
CALL protect_append_only('import_commit');

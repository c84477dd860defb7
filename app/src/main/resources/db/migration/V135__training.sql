-- Lessons: each attempt has a tenant of its own, whose far side is emulated and whose clock the trainee holds.

ALTER TABLE tenant
    ADD COLUMN training boolean NOT NULL DEFAULT false,
    ADD COLUMN closed_at timestamptz;           -- nobody works there any more
GRANT INSERT (training), UPDATE (closed_at) ON tenant TO tongdao_app;

-- What is practised with is no parcel of the world.
GRANT SELECT (id, training) ON tenant TO tongdao_visitor;
DROP POLICY typed_number ON parcel;
CREATE POLICY typed_number ON parcel FOR SELECT TO tongdao_visitor
    USING (parcel_no = nullif(current_setting('app.parcel', true), '') AND tenant_id NOT IN (SELECT id FROM tenant WHERE training));

CREATE TABLE training_world (
    tenant_id  int PRIMARY KEY REFERENCES tenant,
    lesson     text NOT NULL,
    trainee    text NOT NULL,
    scenario   text NOT NULL,                   -- of the emulator, docs/formats/emulator.md
    hurry      int NOT NULL CHECK (hurry BETWEEN 0 AND 86400), -- seconds of its world per second; 0: it stands
    seeks      boolean NOT NULL,                -- it runs until the first train has left, then until shortly before it arrives
    run_to     timestamptz,                     -- it runs without rest until then
    begun_at   timestamptz                      -- by its own clock; from then on it counts
);
CALL protect('training_world');

CREATE TABLE training_goal (                    -- what is asked for; whether it is reached follows from the facts of this tenant
    tenant_id int NOT NULL REFERENCES tenant,
    position  int NOT NULL,
    goal      text NOT NULL,
    points    int NOT NULL CHECK (points > 0),
    due_at    timestamptz NOT NULL,
    met_at    timestamptz,
    PRIMARY KEY (tenant_id, position)
);
CALL protect('training_goal');

CREATE TABLE training_attempt (                 -- in the tenant of the trainee
    tenant_id  int NOT NULL REFERENCES tenant,
    id         bigint GENERATED ALWAYS AS IDENTITY,
    ground     int NOT NULL UNIQUE REFERENCES tenant,
    lesson     text NOT NULL,
    trainee    text NOT NULL,
    started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    ended_at   timestamptz,
    points     int,
    most       int,
    PRIMARY KEY (tenant_id, id),
    CHECK ((ended_at IS NULL) = (points IS NULL)),
    CHECK (points BETWEEN 0 AND most)
);
CALL protect('training_attempt');
CREATE UNIQUE INDEX training_attempt_open ON training_attempt (tenant_id, trainee) WHERE ended_at IS NULL;

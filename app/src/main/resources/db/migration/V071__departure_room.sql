-- Room on departures: what each stretch of a departure takes and has taken. A booking is one conditional update of one row a stretch.
-- Slots and TEU in hundredths, so that parts of a container are counted exactly; NULL: nothing is said.
CREATE TABLE departure_stretch (
    tenant_id      int NOT NULL REFERENCES tenant,
    line           text NOT NULL,                 -- data/network/lines.csv
    leaves_at      timestamptz NOT NULL,          -- the departure from its first call names it
    stretch_no     int NOT NULL CHECK (stretch_no > 0),
    from_node      text NOT NULL,
    to_node        text NOT NULL,
    departs_at     timestamptz NOT NULL,
    arrives_at     timestamptz NOT NULL CHECK (arrives_at > departs_at),
    capacity_slots int CHECK (capacity_slots >= 0),
    capacity_teu   int CHECK (capacity_teu >= 0),
    capacity_kg    int CHECK (capacity_kg >= 0),
    capacity_m3    int CHECK (capacity_m3 >= 0),
    taken_slots    int NOT NULL DEFAULT 0 CHECK (taken_slots >= 0 AND taken_slots <= coalesce(capacity_slots, taken_slots)),   -- I-18
    taken_teu      int NOT NULL DEFAULT 0 CHECK (taken_teu >= 0 AND taken_teu <= coalesce(capacity_teu, taken_teu)),
    taken_kg       int NOT NULL DEFAULT 0 CHECK (taken_kg >= 0 AND taken_kg <= coalesce(capacity_kg, taken_kg)),
    taken_m3       int NOT NULL DEFAULT 0 CHECK (taken_m3 >= 0 AND taken_m3 <= coalesce(capacity_m3, taken_m3)),
    PRIMARY KEY (tenant_id, line, leaves_at, stretch_no)
);
CALL protect('departure_stretch');

-- Who has taken it. Giving back deletes the row and lowers the stretch in one statement, so it happens once.
CREATE TABLE room_hold (
    tenant_id  int NOT NULL,
    holder     text NOT NULL CHECK (holder IN ('container', 'booking')),
    holder_id  bigint NOT NULL,
    line       text NOT NULL,
    leaves_at  timestamptz NOT NULL,
    stretch_no int NOT NULL,
    slots      int NOT NULL CHECK (slots > 0),
    teu        int NOT NULL CHECK (teu > 0),
    kg         int NOT NULL CHECK (kg >= 0),
    m3         int NOT NULL CHECK (m3 >= 0),
    PRIMARY KEY (tenant_id, holder, holder_id, line, leaves_at, stretch_no),
    FOREIGN KEY (tenant_id, line, leaves_at, stretch_no) REFERENCES departure_stretch
);
CALL protect('room_hold');
CREATE INDEX room_hold_departure ON room_hold (tenant_id, line, leaves_at, stretch_no);

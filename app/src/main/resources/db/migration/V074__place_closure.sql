-- Places that were closed for a time: what trucks on call ask, who stand in no timetable; departures there are in departure_change as well.
CREATE TABLE place_closure (
    tenant_id int NOT NULL REFERENCES tenant,
    place     text NOT NULL CHECK (place <> ''),
    from_at   timestamptz NOT NULL,
    until_at  timestamptz NOT NULL,
    reason    text NOT NULL CHECK (reason <> ''),
    told_by   text NOT NULL,
    at        timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, place, from_at, until_at),
    CONSTRAINT place_closure_span CHECK (from_at < until_at)
);
CALL protect_append_only('place_closure');

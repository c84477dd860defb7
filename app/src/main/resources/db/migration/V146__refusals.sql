-- How often the far side refused this very message. Attempts count what failed on the way too: an outage of hours says nothing about a message.
ALTER TABLE outbox ADD COLUMN refusals int NOT NULL DEFAULT 0 CHECK (refusals >= 0);
GRANT UPDATE (refusals) ON outbox TO tongdao_app;

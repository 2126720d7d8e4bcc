-- Events of calendars: the days on which they take place, a span such as
-- "2024-02-01/2024-02-02" a line, earliest first. Empty for whatever is no such event.
ALTER TABLE items ADD COLUMN days TEXT NOT NULL DEFAULT '';

CREATE INDEX items_with_days ON items (feed) WHERE days <> '';

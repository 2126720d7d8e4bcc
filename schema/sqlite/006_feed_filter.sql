-- What the entries of a feed were last read with: a digest of its include and exclude, 0 where
-- it has neither. Where they have changed, all entries are asked for anew.
ALTER TABLE feeds ADD COLUMN filter_digest INTEGER NOT NULL DEFAULT 0;
-- For how many seconds its last document asked to be left alone; answers without one count on it.
ALTER TABLE feeds ADD COLUMN ttl INTEGER NOT NULL DEFAULT 0;

-- The page whose news a feed brings, as the feed itself says: an article's bullet names it.
ALTER TABLE feeds ADD COLUMN site TEXT NOT NULL DEFAULT '';

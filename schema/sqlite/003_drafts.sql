-- Texts for editors as the program last knew them: what an editor changed is told from these.
CREATE TABLE drafts (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  from_at INTEGER NOT NULL,             -- the issue's days: from here …
  until_at INTEGER NOT NULL,            -- … to just before here
  output TEXT NOT NULL,                 -- the file it is in; empty: it came or went by a pipe
  origin INTEGER NOT NULL,              -- the draft this is an edited copy of; 0: as generated
  decisions INTEGER NOT NULL,           -- the last decision it takes into account
  drafted_at INTEGER NOT NULL,
  text TEXT NOT NULL                    -- Markdown, each entry with the ids of its items
) STRICT;

CREATE INDEX drafts_by_days ON drafts (from_at, until_at);

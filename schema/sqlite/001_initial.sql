-- The store of collector, first form. One file holds everything: what the feeds said, what
-- reviewers decided, what was printed. Times are whole seconds since 1970 in UTC; columns that
-- hold one end in _at. Lists of texts are kept one a line. A column "… at first sight" never
-- changes afterwards.

-- One row for each feed of feeds.yaml, and what became of asking it.
CREATE TABLE feeds (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,            -- as in feeds.yaml; identifies the feed
  url TEXT NOT NULL,                    -- as configured when last asked
  title TEXT NOT NULL DEFAULT '',       -- the feed's own
  -- What the next request carries, so that an unchanged feed costs nothing. Always stored
  -- together with the items of the document they belong to.
  etag TEXT NOT NULL DEFAULT '',
  last_modified TEXT NOT NULL DEFAULT '',
  -- How it went.
  last_status INTEGER,                  -- HTTP status; nothing when there was no answer
  last_error TEXT NOT NULL DEFAULT '',
  failures INTEGER NOT NULL DEFAULT 0,  -- in a row
  next_check_at INTEGER,
  last_polled_at INTEGER,
  last_success_at INTEGER,
  last_new_item_at INTEGER,
  failing_since_at INTEGER,
  moved_to TEXT NOT NULL DEFAULT '',    -- where permanent redirects have led
  moved_failures INTEGER NOT NULL DEFAULT 0,
  disabled INTEGER NOT NULL DEFAULT 0,  -- 1: the server said it is gone for good
  warning TEXT NOT NULL DEFAULT '',
  entries_per_week REAL NOT NULL DEFAULT 0,
  items INTEGER NOT NULL DEFAULT 0      -- how many rows of the table items are its own
) STRICT;

-- What people add by hand belongs to this feed, which is never asked.
INSERT INTO feeds (number, name, url) VALUES (0, '', '');

-- One row for each entry of a feed. (The CHECKs say OR instead of IN: for a list, SQLite builds
-- a temporary tree with each row that is inserted, which takes longer than the row itself.)
CREATE TABLE items (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,              -- what people call it by; never changes
  feed INTEGER NOT NULL REFERENCES feeds (number),
  key TEXT NOT NULL,                    -- what identifies it in its feed today; see item_keys
  fingerprint INTEGER NOT NULL,         -- of all that the feed says of it: equal means unchanged
  -- As the feed has it now; what it said before is in item_versions.
  guid TEXT NOT NULL,
  url TEXT NOT NULL,
  canonical_url TEXT NOT NULL,          -- for comparing, never for printing
  links TEXT NOT NULL,
  title TEXT NOT NULL,
  author TEXT NOT NULL,
  author_url TEXT NOT NULL,
  language TEXT NOT NULL,
  summary TEXT NOT NULL,
  categories TEXT NOT NULL,
  from_aggregate INTEGER NOT NULL,      -- 1: its feed took it over from another one
  published_at INTEGER,                 -- at first sight
  updated_at INTEGER,
  -- When it happened. The date decides the month it is printed in.
  date_at INTEGER NOT NULL,             -- at first sight
  date_source TEXT NOT NULL CHECK (
    date_source = 'published' OR date_source = 'updated' OR date_source = 'first_seen'),
  doubtful INTEGER NOT NULL,            -- 1: the date is a guess of the feed's first poll
  first_seen_at INTEGER NOT NULL,
  withdrawn_at INTEGER,                 -- since when its feed leaves it out among its neighbours
  -- What the program thinks it is.
  kind TEXT NOT NULL,
  headline TEXT NOT NULL,
  project TEXT NOT NULL,
  version TEXT NOT NULL,
  vendor TEXT NOT NULL,                 -- the bullet it is nested under
  section TEXT NOT NULL,
  noise INTEGER NOT NULL,               -- 1: set aside as no news
  confidence REAL NOT NULL,
  reasons TEXT NOT NULL,
  quarantined INTEGER NOT NULL,         -- 1: came when most of its feed suddenly looked new
  -- What follows from the decisions and from the ledger, kept here so that lists are fast.
  state TEXT NOT NULL CHECK (
    state = 'undecided' OR state = 'kept' OR state = 'dropped' OR state = 'removed'
    OR state = 'noise' OR state = 'quarantined' OR state = 'printed'),
  moved_to TEXT NOT NULL DEFAULT '',    -- the section a reviewer chose
  edited_title TEXT NOT NULL DEFAULT '',
  edited_text TEXT NOT NULL DEFAULT '',
  printed_in TEXT NOT NULL DEFAULT ''   -- the closed issue that has it, such as 2024-01
) STRICT;

CREATE INDEX items_by_date ON items (date_at);
CREATE INDEX items_by_feed ON items (feed, date_at);
CREATE INDEX items_in_quarantine ON items (feed) WHERE state = 'quarantined';
CREATE INDEX items_by_release ON items (project, version) WHERE version <> '';

-- The full text of an item, apart from it so that lists need not read it.
CREATE TABLE item_contents (
  item INTEGER PRIMARY KEY REFERENCES items (number),
  html TEXT NOT NULL
) STRICT;

-- Every name an item has had in its feed (guid, else link, else hash of the title). A feed that
-- gives its entries new guids adds rows here and no items.
CREATE TABLE item_keys (
  feed INTEGER NOT NULL,
  key TEXT NOT NULL,
  item INTEGER NOT NULL REFERENCES items (number),
  PRIMARY KEY (feed, key)
) STRICT, WITHOUT ROWID;

-- Every page an item has had, under its usual spelling.
CREATE TABLE item_pages (
  page TEXT NOT NULL,
  feed INTEGER NOT NULL,
  item INTEGER NOT NULL REFERENCES items (number),
  PRIMARY KEY (page, feed, item)
) STRICT, WITHOUT ROWID;

-- What an item said before its feed changed it.
CREATE TABLE item_versions (
  number INTEGER PRIMARY KEY,
  item INTEGER NOT NULL REFERENCES items (number),
  replaced_at INTEGER NOT NULL,
  title TEXT NOT NULL,
  url TEXT NOT NULL,
  summary TEXT NOT NULL,
  updated_at INTEGER
) STRICT;

CREATE INDEX item_versions_by_item ON item_versions (item);

-- The words of titles and of the beginnings of short texts, for "list QUERY". Words are found
-- as they are written, without stemming: names must not surprise. It keeps no text of its own,
-- and is told to write in large pieces and to merge them seldom, which makes adding items
-- twice as fast.
CREATE VIRTUAL TABLE item_words USING fts5 (
  title, summary, content = '', columnsize = 0, tokenize = 'unicode61'
);
INSERT INTO item_words (item_words, rank) VALUES ('automerge', 0);
INSERT INTO item_words (item_words, rank) VALUES ('crisismerge', 64);
INSERT INTO item_words (item_words, rank) VALUES ('pgsz', 16000);

-- What reviewers decided, in the order they did. Rows are only ever added: undoing is one more.
CREATE TABLE decisions (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  item INTEGER NOT NULL REFERENCES items (number),
  kind TEXT NOT NULL,                   -- keep, drop, move, edit, merge, split, note, undo, remove
  who TEXT NOT NULL,
  why TEXT NOT NULL,
  decided_at INTEGER NOT NULL,
  field TEXT NOT NULL,                  -- edit: which text
  before TEXT NOT NULL,                 -- what it was: state, section or text
  value TEXT NOT NULL                   -- what it became; merge: the other item's id
) STRICT;

CREATE INDEX decisions_by_item ON decisions (item);

CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions BEGIN
  SELECT raise(ABORT, 'a decision is never changed');
END;

CREATE TRIGGER decisions_remain BEFORE DELETE ON decisions BEGIN
  SELECT raise(ABORT, 'a decision is never deleted');
END;

-- The issues that were closed. A reopened one stays as history; closing again adds a row.
CREATE TABLE issues (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  month TEXT NOT NULL,                  -- its name, such as 2024-01
  from_at INTEGER NOT NULL,             -- its days: from here …
  until_at INTEGER NOT NULL,            -- … to just before here
  closed_at INTEGER NOT NULL,
  reopened_at INTEGER,
  markdown TEXT NOT NULL,               -- as it was printed
  json TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX closed_issues ON issues (month) WHERE reopened_at IS NULL;

-- One row for each piece of news in an issue.
CREATE TABLE printed_entries (
  number INTEGER PRIMARY KEY,
  issue INTEGER NOT NULL REFERENCES issues (number),
  section TEXT NOT NULL,
  title TEXT NOT NULL,
  project TEXT NOT NULL,
  items TEXT NOT NULL,                  -- ids
  versions TEXT NOT NULL,
  urls TEXT NOT NULL
) STRICT;

CREATE INDEX printed_entries_by_issue ON printed_entries (issue);

-- By what a printed piece of news is recognised when it turns up again: its page
-- ("https://…"), its release ("project version"), or its item ("#" and the id).
CREATE TABLE printed_marks (
  mark TEXT NOT NULL,
  entry INTEGER NOT NULL REFERENCES printed_entries (number),
  PRIMARY KEY (mark, entry)
) STRICT, WITHOUT ROWID;

-- Servers that asked to be left alone for a while.
CREATE TABLE host_holds (
  host TEXT PRIMARY KEY,
  until_at INTEGER NOT NULL,
  reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Whole documents that commands leave for each other: the configuration of the last fetch, the
-- learned model.
CREATE TABLE documents (
  name TEXT PRIMARY KEY,
  text TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The list of extensions as each feed of that kind last stated it; what changes in it becomes
-- items.
CREATE TABLE specifications (
  feed INTEGER NOT NULL REFERENCES feeds (number),
  position INTEGER NOT NULL,            -- in the list
  accepted INTEGER NOT NULL,            -- 0: a proposal
  xep TEXT NOT NULL,                    -- its number; empty for a proposal
  proto_name TEXT NOT NULL,             -- what a proposal is called by
  title TEXT NOT NULL,
  abstract TEXT NOT NULL,
  status TEXT NOT NULL,
  last_call TEXT NOT NULL,              -- the day a Last Call ends
  date TEXT NOT NULL,
  version TEXT NOT NULL,
  initials TEXT NOT NULL,
  remark TEXT NOT NULL,
  PRIMARY KEY (feed, position)
) STRICT, WITHOUT ROWID;

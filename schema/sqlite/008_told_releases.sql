-- A post on several versions tells of those behind its first, too; a release lies in somebody's
-- repository. By both, the ledger tells what was printed from what was not: printed_marks have
-- "project version" where nobody can be taken for another, else "project version @owner" and
-- "project version @*" (whoever's it is), from now on with the project in small letters.
-- further_versions is NULL where an item was stored before anybody looked for them.
ALTER TABLE items ADD COLUMN further_versions TEXT;
ALTER TABLE items ADD COLUMN owner TEXT NOT NULL DEFAULT '';

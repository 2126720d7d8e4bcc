-- Documents are long: with row numbers they are found by name without being read, and their
-- fingerprints tell whether they have changed.
CREATE TABLE long_documents (
  name TEXT PRIMARY KEY,
  fingerprint INTEGER NOT NULL,
  text TEXT NOT NULL
) STRICT;
INSERT INTO long_documents SELECT name, 0, text FROM documents;
DROP TABLE documents;
ALTER TABLE long_documents RENAME TO documents;

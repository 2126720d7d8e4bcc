-- What is odd about a feed: a word for it in feeds.warning (dead, slow, retitled, other host, short
-- list; empty: nothing), and here what the sentence about it names, one a line. Until now
-- feeds.warning had the sentence.
ALTER TABLE feeds ADD COLUMN warning_names TEXT NOT NULL DEFAULT '';
UPDATE feeds SET
  warning = CASE
    WHEN warning LIKE 'probably dead: %' THEN 'dead'
    WHEN warning LIKE 'slow: %' THEN 'slow'
    WHEN warning LIKE 'suspicious: its title was %' THEN 'retitled'
    WHEN warning LIKE 'suspicious: moved to another host, %' THEN 'other host'
    WHEN warning LIKE 'the list has %' THEN 'short list'
    ELSE '' END,
  warning_names = CASE
    WHEN warning LIKE 'slow: %'
      THEN CAST(CAST(substr(warning, length('slow: ') + 1) AS INTEGER) AS TEXT)
    WHEN warning LIKE 'suspicious: its title was %'  -- in quotation marks
      THEN substr(warning, length('suspicious: its title was "') + 1,
        length(warning) - length('suspicious: its title was ""'))
    WHEN warning LIKE 'suspicious: moved to another host, %'
      THEN substr(warning, length('suspicious: moved to another host, ') + 1)
    WHEN warning LIKE 'the list has %'
      THEN CAST(substr(warning, length('the list has ') + 1) AS INTEGER) || char(10)
        || CAST(substr(warning, instr(warning, ' it had ') + length(' it had ')) AS INTEGER)
    ELSE '' END
WHERE warning <> '';

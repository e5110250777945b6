-- SPDX-License-Identifier: GPL-3.0-or-later
-- The register, version 6.

-- How many records of the kinds with long lists lie outside the bin, so that a list knows at once how
-- long it is. SQLite counts a table by reading one of its indexes from end to end: 12 MB of 1,000,000
-- products, before their first rows are seen.
CREATE TABLE tally (
  kind TEXT PRIMARY KEY,
  records INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO tally (kind, records)
  SELECT 'producer', COUNT(*) FROM producer WHERE binned = 0
  UNION ALL SELECT 'product', COUNT(*) FROM product WHERE binned = 0
  UNION ALL SELECT 'recognition', COUNT(*) FROM recognition WHERE binned = 0
  UNION ALL SELECT 'dossier', COUNT(*) FROM dossier WHERE binned = 0;

CREATE TRIGGER producer_is_added AFTER INSERT ON producer WHEN new.binned = 0
BEGIN UPDATE tally SET records = records + 1 WHERE kind = 'producer'; END;

CREATE TRIGGER producer_is_binned AFTER UPDATE OF binned ON producer WHEN new.binned <> old.binned
BEGIN UPDATE tally SET records = records + old.binned - new.binned WHERE kind = 'producer'; END;

CREATE TRIGGER producer_is_removed AFTER DELETE ON producer WHEN old.binned = 0
BEGIN UPDATE tally SET records = records - 1 WHERE kind = 'producer'; END;

CREATE TRIGGER product_is_added AFTER INSERT ON product WHEN new.binned = 0
BEGIN UPDATE tally SET records = records + 1 WHERE kind = 'product'; END;

CREATE TRIGGER product_is_binned AFTER UPDATE OF binned ON product WHEN new.binned <> old.binned
BEGIN UPDATE tally SET records = records + old.binned - new.binned WHERE kind = 'product'; END;

CREATE TRIGGER product_is_removed AFTER DELETE ON product WHEN old.binned = 0
BEGIN UPDATE tally SET records = records - 1 WHERE kind = 'product'; END;

CREATE TRIGGER recognition_is_added AFTER INSERT ON recognition WHEN new.binned = 0
BEGIN UPDATE tally SET records = records + 1 WHERE kind = 'recognition'; END;

CREATE TRIGGER recognition_is_binned AFTER UPDATE OF binned ON recognition WHEN new.binned <> old.binned
BEGIN UPDATE tally SET records = records + old.binned - new.binned WHERE kind = 'recognition'; END;

CREATE TRIGGER recognition_is_removed AFTER DELETE ON recognition WHEN old.binned = 0
BEGIN UPDATE tally SET records = records - 1 WHERE kind = 'recognition'; END;

CREATE TRIGGER dossier_is_added AFTER INSERT ON dossier WHEN new.binned = 0
BEGIN UPDATE tally SET records = records + 1 WHERE kind = 'dossier'; END;

CREATE TRIGGER dossier_is_binned AFTER UPDATE OF binned ON dossier WHEN new.binned <> old.binned
BEGIN UPDATE tally SET records = records + old.binned - new.binned WHERE kind = 'dossier'; END;

CREATE TRIGGER dossier_is_removed AFTER DELETE ON dossier WHEN old.binned = 0
BEGIN UPDATE tally SET records = records - 1 WHERE kind = 'dossier'; END;

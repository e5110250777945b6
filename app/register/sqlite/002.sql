-- SPDX-License-Identifier: GPL-3.0-or-later
-- The register, version 2: what an office says on its papers, indexes that lists and counts are read
-- from, and records that were found to be the same as others.

ALTER TABLE office ADD COLUMN authority TEXT;
ALTER TABLE office ADD COLUMN authority_of TEXT;
ALTER TABLE office ADD COLUMN recipients TEXT;
ALTER TABLE office ADD COLUMN report_columns TEXT;

-- The name's key stands before what may be long: SQLite would pass over the pages of a description
-- to come to it, for every product that is put in order. A column cannot be moved, so the table is
-- made anew, with the same keys, by which the search and all that links to a product know it. In the
-- other tables nothing long stands before the key.
CREATE TABLE new_product (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL,
  -- derived
  name_key BLOB,
  producer INTEGER REFERENCES producer (id),
  criteria_set TEXT,
  unit INTEGER REFERENCES unit (id),
  key_trades TEXT,
  craft_village TEXT,
  raw_material_area TEXT,
  potential5 INTEGER,
  activity TEXT,
  running_number INTEGER,
  product_code TEXT,
  barcode TEXT,
  description TEXT,
  packaging TEXT,
  photo TEXT,
  note TEXT
) STRICT;

INSERT INTO new_product (id, uuid, version, binned, name, name_key, producer, criteria_set, unit, key_trades, craft_village,
                         raw_material_area, potential5, activity, running_number, product_code, barcode, description,
                         packaging, photo, note)
  SELECT id, uuid, version, binned, name, name_key, producer, criteria_set, unit, key_trades, craft_village,
         raw_material_area, potential5, activity, running_number, product_code, barcode, description,
         packaging, photo, note
  FROM product ORDER BY id;
DROP TABLE product;
ALTER TABLE new_product RENAME TO product;

CREATE INDEX product_producer ON product (producer);
CREATE INDEX product_unit ON product (unit);
-- Lists show what is not in the bin.
CREATE INDEX product_name ON product (name_key) WHERE binned = 0;
-- What products are counted by, in the order of recognition_reign, so that counting reads no table.
CREATE INDEX product_counted ON product (id, unit, criteria_set, producer) WHERE binned = 0;

DROP INDEX producer_name;
CREATE INDEX producer_name ON producer (name_key) WHERE binned = 0;

-- Covers what a state, a class and a year are made of, so that counting reads no table.
DROP INDEX recognition_reign;
CREATE INDEX recognition_reign ON recognition (product, reign_from, reign_until, force_from, force_until, until_day, outcome,
  class, ending, ended_on, year, decision_date, binned);
CREATE INDEX recognition_decided ON recognition (decision_date) WHERE binned = 0;

-- Which record stands for one that was merged into it, for ever: a package, an alias or a draft may
-- name it years later. The merged record itself stays in the bin: nothing is deleted from a
-- register, and a row in the bin is the tombstone by which others learn that it went.
CREATE TABLE redirect (
  record BLOB PRIMARY KEY,
  kind TEXT NOT NULL,
  target BLOB NOT NULL
) STRICT, WITHOUT ROWID;

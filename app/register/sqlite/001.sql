-- SPDX-License-Identifier: GPL-3.0-or-later
-- The register, version 1. One table for each kind of record of app/model; its columns are the
-- kind's stored fields. Columns under "derived" are computed by the store and stand in no history.

CREATE TABLE unit (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL,
  type TEXT,
  level TEXT NOT NULL,
  code TEXT,
  parent INTEGER REFERENCES unit (id),
  valid_from TEXT,
  valid_until TEXT,
  successor INTEGER REFERENCES unit (id),
  note TEXT,
  -- derived
  name_key BLOB,
  -- The nearest of each level among itself and what it belongs to.
  commune INTEGER REFERENCES unit (id),
  district INTEGER REFERENCES unit (id),
  province INTEGER REFERENCES unit (id)
) STRICT;

CREATE INDEX unit_parent ON unit (parent);
CREATE INDEX unit_successor ON unit (successor);

CREATE TABLE office (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL,
  superior TEXT,
  level TEXT,
  unit INTEGER REFERENCES unit (id),
  place TEXT,
  address TEXT,
  phone TEXT,
  email TEXT,
  signatory_title TEXT,
  signatory TEXT,
  potential_in_total INTEGER,
  practice INTEGER
) STRICT;

CREATE INDEX office_unit ON office (unit);

CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL,
  position TEXT,
  phone TEXT,
  account TEXT,
  -- derived
  name_key BLOB
) STRICT;


CREATE TABLE producer (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL,
  kind TEXT,
  tax_code TEXT,
  registration_number TEXT,
  registration_date TEXT,
  activity TEXT,
  unit INTEGER REFERENCES unit (id),
  address TEXT,
  phone TEXT,
  email TEXT,
  website TEXT,
  vn_domain INTEGER,
  representative TEXT,
  representative_position TEXT,
  representative_gender TEXT,
  representative_ethnicity TEXT,
  note TEXT,
  -- derived
  name_key BLOB
) STRICT;

CREATE INDEX producer_unit ON producer (unit);
CREATE INDEX producer_name ON producer (name_key);

CREATE TABLE product (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL,
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
  note TEXT,
  -- derived
  name_key BLOB
) STRICT;

CREATE INDEX product_producer ON product (producer);
CREATE INDEX product_unit ON product (unit);
CREATE INDEX product_name ON product (name_key);

CREATE TABLE recognition (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  product INTEGER NOT NULL REFERENCES product (id),
  outcome TEXT NOT NULL,
  class INTEGER NOT NULL,
  kind TEXT,
  score INTEGER,
  year INTEGER,
  decision_number TEXT,
  decision_date TEXT,
  issuer TEXT,
  certificate_number TEXT,
  valid_from TEXT,
  valid_until TEXT,
  ending TEXT,
  ended_on TEXT,
  ending_decision TEXT,
  ending_reason TEXT,
  note TEXT,
  -- derived
  -- The certificate's term (law), NULL where its date is unknown.
  from_day TEXT,
  until_day TEXT,
  estimated INTEGER NOT NULL DEFAULT 0,
  -- The part of the term in which it is in force: until it was ended or replaced.
  force_from TEXT,
  force_until TEXT,
  -- The days on which it is the product's latest decision: for each product they cover no day twice.
  reign_from TEXT,
  reign_until TEXT
) STRICT;

-- Covers what a state and a class are made of, so that counting reads no table.
CREATE INDEX recognition_reign ON recognition (product, reign_from, reign_until, force_from, force_until, until_day, outcome, class, ending, ended_on, binned);

CREATE TABLE certificate (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  producer INTEGER REFERENCES producer (id),
  product INTEGER REFERENCES product (id),
  name TEXT NOT NULL,
  number TEXT,
  issuer TEXT,
  issued_on TEXT,
  expires_on TEXT,
  note TEXT
) STRICT;

CREATE INDEX certificate_producer ON certificate (producer);
CREATE INDEX certificate_product ON certificate (product);

CREATE TABLE sales_link (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  product INTEGER NOT NULL REFERENCES product (id),
  channel TEXT NOT NULL,
  name TEXT,
  address TEXT,
  active INTEGER
) STRICT;

CREATE INDEX sales_link_product ON sales_link (product);

CREATE TABLE product_year (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  product INTEGER NOT NULL REFERENCES product (id),
  year INTEGER NOT NULL,
  output INTEGER,
  output_unit TEXT,
  price INTEGER,
  revenue INTEGER,
  exports INTEGER,
  source TEXT
) STRICT;

CREATE INDEX product_year_product ON product_year (product);

CREATE TABLE producer_year (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  producer INTEGER NOT NULL REFERENCES producer (id),
  year INTEGER NOT NULL,
  workers INTEGER,
  women INTEGER,
  local INTEGER,
  minority INTEGER,
  trained INTEGER,
  revenue INTEGER,
  area INTEGER,
  source TEXT
) STRICT;

CREATE INDEX producer_year_producer ON producer_year (producer);

-- Which unit stands for which, from day to day: itself while it is in force, then its successor.
-- derived
CREATE TABLE unit_standing (
  unit INTEGER NOT NULL REFERENCES unit (id),
  from_day TEXT NOT NULL,
  until_day TEXT NOT NULL,
  stands_for INTEGER NOT NULL REFERENCES unit (id),
  PRIMARY KEY (unit, from_day)
) STRICT, WITHOUT ROWID;

-- The names of the criteria sets, from the rule book.
CREATE TABLE criteria_set (
  code TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  sector TEXT NOT NULL,
  sector_title TEXT NOT NULL,
  group_title TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE change (
  seq INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  writer BLOB NOT NULL,
  person TEXT NOT NULL,
  time INTEGER NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  -- what this change undoes or does again
  target INTEGER REFERENCES change (seq),
  -- 'done', 'undone', 'dropped' (undone, and another change came after), 'step' (an undo or redo)
  standing TEXT NOT NULL,
  -- the last schema upgrade; undo does not reach behind it
  schema INTEGER NOT NULL,
  previous BLOB,
  link BLOB NOT NULL
) STRICT;

CREATE INDEX change_person ON change (person, standing, seq);
CREATE INDEX change_writer ON change (writer, seq);

CREATE TABLE change_row (
  change INTEGER NOT NULL REFERENCES change (seq),
  place INTEGER NOT NULL,
  kind TEXT NOT NULL,
  record BLOB NOT NULL,
  action TEXT NOT NULL,
  -- JSON objects of the changed fields
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  salt BLOB NOT NULL,
  digest BLOB NOT NULL,
  PRIMARY KEY (change, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX change_row_record ON change_row (record, change);

-- What belongs to the file and to none of its records: "id" of the register, "collation" ...
CREATE TABLE property (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Foreign ids by which imports and merges know our records.
CREATE TABLE alias (
  source TEXT NOT NULL,
  foreign_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  record BLOB NOT NULL,
  PRIMARY KEY (source, foreign_id, kind)
) STRICT, WITHOUT ROWID;

-- Folded words, each found by its beginning; codes and numbers, found by any part.
CREATE VIRTUAL TABLE search_unit USING fts5 (words, prefix = '1 2 3', detail = none, columnsize = 0, tokenize = 'ascii');
CREATE VIRTUAL TABLE codes_unit USING fts5 (codes, detail = none, columnsize = 0, tokenize = 'trigram');
CREATE VIRTUAL TABLE search_producer USING fts5 (words, prefix = '1 2 3', detail = none, columnsize = 0, tokenize = 'ascii');
CREATE VIRTUAL TABLE codes_producer USING fts5 (codes, detail = none, columnsize = 0, tokenize = 'trigram');
CREATE VIRTUAL TABLE search_product USING fts5 (words, prefix = '1 2 3', detail = none, columnsize = 0, tokenize = 'ascii');
CREATE VIRTUAL TABLE codes_product USING fts5 (codes, detail = none, columnsize = 0, tokenize = 'trigram');
CREATE VIRTUAL TABLE search_recognition USING fts5 (words, prefix = '1 2 3', detail = none, columnsize = 0, tokenize = 'ascii');
CREATE VIRTUAL TABLE codes_recognition USING fts5 (codes, detail = none, columnsize = 0, tokenize = 'trigram');

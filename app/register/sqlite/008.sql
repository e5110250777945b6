-- SPDX-License-Identifier: GPL-3.0-or-later
-- The register, version 8.

-- What communes report for a year, and since when a product is paused or stopped.

ALTER TABLE product ADD COLUMN activity_since TEXT;

CREATE TABLE commune_report (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL,
  unit INTEGER NOT NULL REFERENCES unit (id),
  year INTEGER NOT NULL,
  received_on TEXT,
  saved_at TEXT,
  digest TEXT,
  answers TEXT,
  note TEXT
) STRICT;

CREATE INDEX commune_report_unit ON commune_report (unit);

-- Forms of other authors that the office fills: the file, and what goes into which of its cells.

CREATE TABLE own_form (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL,
  file TEXT NOT NULL,
  cells TEXT,
  note TEXT
) STRICT;

-- The package that was taken in last of each office and locality.

CREATE TABLE office_package (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL,
  unit INTEGER NOT NULL REFERENCES unit (id),
  sender TEXT NOT NULL,
  seq INTEGER NOT NULL,
  made_at TEXT
) STRICT;

CREATE INDEX office_package_unit ON office_package (unit);

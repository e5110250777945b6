-- SPDX-License-Identifier: GPL-3.0-or-later
-- The register, version 10.

-- Which records the last transactions wrote, in their order and without a gap, so that whoever keeps what he has read of many
-- reads these few anew. The last rows alone are kept.
CREATE TABLE written (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  -- NULL: more were written than are listed.
  kind TEXT,
  record INTEGER
) STRICT;

-- What charts and targets ask of decisions stands in it, so that none of them reads the decisions themselves.
DROP INDEX recognition_reign;
CREATE INDEX recognition_reign ON recognition (product, reign_from, reign_until, force_from, force_until, until_day, outcome,
  class, ending, ended_on, year, decision_date, binned, kind);

-- Likewise of products: all of them, whether they are in the bin or not.
DROP INDEX product_counted;
CREATE INDEX product_counted ON product (id, binned, unit, criteria_set, producer, potential5, craft_village, key_trades);

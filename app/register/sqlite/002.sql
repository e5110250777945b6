-- SPDX-License-Identifier: GPL-3.0-or-later
-- The register, version 2: records that were found to be the same as others.

-- Which record stands for one that was merged into it, for ever: a package, an alias or a draft may
-- name it years later. The merged record itself stays in the bin: nothing is deleted from a
-- register, and a row in the bin is the tombstone by which others learn that it went.
CREATE TABLE redirect (
  record BLOB PRIMARY KEY,
  kind TEXT NOT NULL,
  target BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- The register, version 4.

-- What lies in the bin, in the order in which it is shown; it is also what a table's size is taken
-- less to count what does not lie there, so that the count of a whole list looks at no row.
CREATE INDEX producer_binned ON producer (name_key) WHERE binned = 1;
CREATE INDEX product_binned ON product (name_key) WHERE binned = 1;
CREATE INDEX recognition_binned ON recognition (id) WHERE binned = 1;
CREATE INDEX dossier_binned ON dossier (id) WHERE binned = 1;

-- Decisions: what their lines decide, on which grounds, and what the centre made of them.
ALTER TABLE decision ADD COLUMN name TEXT;
ALTER TABLE decision_line ADD COLUMN outcome TEXT;
ALTER TABLE decision_line ADD COLUMN sent_to TEXT;
ALTER TABLE decision_line ADD COLUMN ground TEXT;
ALTER TABLE decision_line ADD COLUMN conclusion_number TEXT;
ALTER TABLE decision_line ADD COLUMN conclusion_date TEXT;
ALTER TABLE decision_line ADD COLUMN conclusion_body TEXT;
ALTER TABLE decision_line ADD COLUMN central_result TEXT;
ALTER TABLE decision_line ADD COLUMN central_score INTEGER;
ALTER TABLE decision_line ADD COLUMN central_number TEXT;
ALTER TABLE decision_line ADD COLUMN central_on TEXT;
ALTER TABLE recognition ADD COLUMN reissued_on TEXT;
ALTER TABLE recognition ADD COLUMN reissue_reason TEXT;
ALTER TABLE recognition ADD COLUMN reissued_for TEXT;
ALTER TABLE office ADD COLUMN certificate_pattern TEXT;

-- Sessions: when they were opened and closed, and why one was opened again.
CREATE TABLE session_move (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  session INTEGER NOT NULL REFERENCES session (id),
  state TEXT NOT NULL,
  moved_on TEXT NOT NULL,
  reason TEXT
) STRICT;

CREATE INDEX session_move_session ON session_move (session);

-- The advisory group: who looks after which dossier, visits on the spot, extra tests.
CREATE TABLE assignment (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  dossier INTEGER NOT NULL REFERENCES dossier (id),
  member INTEGER NOT NULL REFERENCES council_member (id),
  ministry TEXT,
  note TEXT
) STRICT;

CREATE INDEX assignment_dossier ON assignment (dossier);
CREATE INDEX assignment_member ON assignment (member);

CREATE TABLE visit (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL,
  council INTEGER REFERENCES council (id),
  unit INTEGER REFERENCES unit (id),
  visit_on TEXT,
  begins_at TEXT,
  venue TEXT,
  members TEXT,
  note TEXT
) STRICT;

CREATE INDEX visit_council ON visit (council);
CREATE INDEX visit_unit ON visit (unit);

CREATE TABLE visit_product (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  visit INTEGER NOT NULL REFERENCES visit (id),
  dossier INTEGER NOT NULL REFERENCES dossier (id),
  place INTEGER,
  verify TEXT,
  visited INTEGER,
  findings TEXT,
  photo TEXT,
  second_photo TEXT,
  third_photo TEXT,
  file TEXT
) STRICT;

CREATE INDEX visit_product_visit ON visit_product (visit);
CREATE INDEX visit_product_dossier ON visit_product (dossier);

CREATE TABLE extra_test (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  dossier INTEGER NOT NULL REFERENCES dossier (id),
  name TEXT NOT NULL,
  laboratory TEXT,
  sent_on TEXT,
  result_on TEXT,
  result TEXT,
  met INTEGER,
  file TEXT,
  note TEXT
) STRICT;

CREATE INDEX extra_test_dossier ON extra_test (dossier);

-- The picture over the whole sheet on which an office prints certificates, an attachment.
ALTER TABLE office ADD COLUMN certificate_background TEXT;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- The register, version 4.

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

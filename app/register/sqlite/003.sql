-- SPDX-License-Identifier: GPL-3.0-or-later
-- The register, version 3: the evaluation, from a dossier to a decision.

CREATE TABLE dossier (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL,
  product INTEGER NOT NULL REFERENCES product (id),
  kind TEXT NOT NULL,
  step TEXT NOT NULL,
  step_on TEXT,
  criteria_set TEXT,
  story INTEGER,
  expected_class INTEGER,
  round_year INTEGER,
  round_number INTEGER,
  officer TEXT,
  previous INTEGER REFERENCES dossier (id),
  changes TEXT,
  commune_received_on TEXT,
  commune_receipt TEXT,
  commune_receiver TEXT,
  province_received_on TEXT,
  province_receipt TEXT,
  province_receiver TEXT,
  complete_on TEXT,
  samples INTEGER,
  self_choices TEXT,
  advised_choices TEXT,
  advice TEXT,
  note TEXT
) STRICT;

CREATE INDEX dossier_product ON dossier (product);
CREATE INDEX dossier_previous ON dossier (previous);
CREATE INDEX dossier_step ON dossier (step, round_year, round_number) WHERE binned = 0;

CREATE VIRTUAL TABLE search_dossier USING fts5 (words, prefix = '1 2 3', detail = none, columnsize = 0, tokenize = 'ascii');
CREATE VIRTUAL TABLE codes_dossier USING fts5 (codes, detail = none, columnsize = 0, tokenize = 'trigram');

CREATE TABLE dossier_move (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  dossier INTEGER NOT NULL REFERENCES dossier (id),
  step TEXT NOT NULL,
  moved_on TEXT NOT NULL,
  person TEXT,
  reason TEXT,
  note TEXT
) STRICT;

CREATE INDEX dossier_move_dossier ON dossier_move (dossier);

CREATE TABLE dossier_document (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  dossier INTEGER NOT NULL REFERENCES dossier (id),
  document TEXT NOT NULL,
  name TEXT NOT NULL,
  state TEXT NOT NULL,
  number TEXT,
  issued_on TEXT,
  expires_on TEXT,
  file TEXT,
  note TEXT
) STRICT;

CREATE INDEX dossier_document_dossier ON dossier_document (dossier);

CREATE TABLE council (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  decision_number TEXT,
  decision_date TEXT,
  term_from TEXT,
  term_until TEXT,
  aggregate TEXT,
  max_spread INTEGER,
  quorum_percent INTEGER,
  note TEXT
) STRICT;

CREATE TABLE council_member (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  council INTEGER NOT NULL REFERENCES council (id),
  name TEXT NOT NULL,
  position TEXT,
  body TEXT,
  body_name TEXT,
  role TEXT NOT NULL,
  place INTEGER,
  phone TEXT,
  note TEXT
) STRICT;

CREATE INDEX council_member_council ON council_member (council);

CREATE TABLE session (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  council INTEGER NOT NULL REFERENCES council (id),
  name TEXT NOT NULL,
  held_on TEXT,
  venue TEXT,
  state TEXT NOT NULL,
  round_year INTEGER,
  round_number INTEGER,
  note TEXT
) STRICT;

CREATE INDEX session_council ON session (council);

CREATE TABLE attendance (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  session INTEGER NOT NULL REFERENCES session (id),
  member INTEGER NOT NULL REFERENCES council_member (id),
  present INTEGER NOT NULL,
  note TEXT
) STRICT;

CREATE INDEX attendance_session ON attendance (session);
CREATE INDEX attendance_member ON attendance (member);

CREATE TABLE session_product (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  session INTEGER NOT NULL REFERENCES session (id),
  dossier INTEGER NOT NULL REFERENCES dossier (id),
  name TEXT NOT NULL,
  place INTEGER,
  criteria_set TEXT NOT NULL,
  law_book TEXT,
  scoring INTEGER NOT NULL,
  agreed_choices TEXT,
  disqualified INTEGER,
  disqualified_by TEXT,
  disqualified_reason TEXT,
  enough_for_five TEXT,
  note TEXT
) STRICT;

CREATE INDEX session_product_session ON session_product (session);
CREATE INDEX session_product_dossier ON session_product (dossier);

CREATE TABLE recusal (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  session_product INTEGER NOT NULL REFERENCES session_product (id),
  member INTEGER NOT NULL REFERENCES council_member (id),
  kind TEXT,
  reason TEXT
) STRICT;

CREATE INDEX recusal_session_product ON recusal (session_product);
CREATE INDEX recusal_member ON recusal (member);

CREATE TABLE sheet (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  session_product INTEGER NOT NULL REFERENCES session_product (id),
  member INTEGER NOT NULL REFERENCES council_member (id),
  scoring INTEGER NOT NULL,
  choices TEXT,
  comment TEXT,
  source TEXT,
  taken_on TEXT
) STRICT;

CREATE INDEX sheet_session_product ON sheet (session_product);
CREATE INDEX sheet_member ON sheet (member);

CREATE TABLE decision (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  session INTEGER REFERENCES session (id),
  number TEXT,
  decided_on TEXT,
  issuer TEXT,
  signatory_title TEXT,
  signatory TEXT,
  submitted_on TEXT,
  published_on TEXT,
  published_where TEXT,
  notified_on TEXT,
  file TEXT,
  note TEXT
) STRICT;

CREATE INDEX decision_session ON decision (session);

CREATE TABLE decision_line (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  decision INTEGER NOT NULL REFERENCES decision (id),
  session_product INTEGER REFERENCES session_product (id),
  product INTEGER NOT NULL REFERENCES product (id),
  place INTEGER,
  class INTEGER,
  score INTEGER,
  product_code TEXT,
  certificate_number TEXT,
  struck INTEGER,
  struck_reason TEXT,
  recognition INTEGER REFERENCES recognition (id),
  note TEXT
) STRICT;

CREATE INDEX decision_line_decision ON decision_line (decision);
CREATE INDEX decision_line_session_product ON decision_line (session_product);
CREATE INDEX decision_line_product ON decision_line (product);
CREATE INDEX decision_line_recognition ON decision_line (recognition);

-- The law by which a register's sheets were scored, whole, for ever: a book that was used is never
-- changed, and one that is loaded later stands beside it.
CREATE TABLE law_book (
  id INTEGER PRIMARY KEY,
  book TEXT NOT NULL UNIQUE,
  added_on TEXT NOT NULL,
  person TEXT,
  -- 0 of a book that was only used; the highest is the one that the office loaded last
  loaded INTEGER NOT NULL
) STRICT;

CREATE TABLE law_file (
  law_book INTEGER NOT NULL REFERENCES law_book (id),
  path TEXT NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (law_book, path)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER law_file_is_kept BEFORE DELETE ON law_file
BEGIN SELECT RAISE (ABORT, 'a law book is never changed'); END;

CREATE TRIGGER law_file_is_as_it_was BEFORE UPDATE ON law_file
BEGIN SELECT RAISE (ABORT, 'a law book is never changed'); END;

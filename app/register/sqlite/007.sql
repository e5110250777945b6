-- SPDX-License-Identifier: GPL-3.0-or-later
-- The register, version 7.

-- What indicators ask of kinds that are there already.
ALTER TABLE producer ADD COLUMN vn_domain_since TEXT;
ALTER TABLE dossier ADD COLUMN electronic INTEGER;
ALTER TABLE council ADD COLUMN level TEXT;
ALTER TABLE council ADD COLUMN unit INTEGER REFERENCES unit (id);

CREATE INDEX council_unit ON council (unit);

-- The plan of a year: targets, tasks, budget, registered products, frozen reports.
CREATE TABLE plan (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL,
  year INTEGER NOT NULL,
  until_year INTEGER,
  level TEXT,
  unit INTEGER REFERENCES unit (id),
  office TEXT,
  state TEXT NOT NULL,
  number TEXT,
  issued_on TEXT,
  signatory_title TEXT,
  signatory TEXT,
  amends INTEGER REFERENCES plan (id),
  file TEXT,
  calendar INTEGER,
  theme TEXT,
  legal_bases TEXT,
  purpose TEXT,
  work TEXT,
  carrying_out TEXT,
  note TEXT
) STRICT;

CREATE INDEX plan_unit ON plan (unit);
CREATE INDEX plan_amends ON plan (amends);

CREATE TABLE target (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  plan INTEGER NOT NULL REFERENCES plan (id),
  place INTEGER,
  code TEXT,
  section TEXT,
  name TEXT NOT NULL,
  part_of INTEGER REFERENCES target (id),
  indicator TEXT,
  operator TEXT NOT NULL,
  value INTEGER,
  value_to INTEGER,
  unit_name TEXT,
  by_day TEXT,
  second_day TEXT,
  from_year INTEGER,
  until_year INTEGER,
  body TEXT,
  note TEXT
) STRICT;

CREATE INDEX target_plan ON target (plan);
CREATE INDEX target_part_of ON target (part_of);

CREATE TABLE target_share (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  target INTEGER NOT NULL REFERENCES target (id),
  unit INTEGER NOT NULL REFERENCES unit (id),
  value INTEGER NOT NULL,
  note TEXT
) STRICT;

CREATE INDEX target_share_target ON target_share (target);
CREATE INDEX target_share_unit ON target_share (unit);

CREATE TABLE target_figure (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  target INTEGER NOT NULL REFERENCES target (id),
  counted_on TEXT NOT NULL,
  value INTEGER,
  text TEXT,
  met INTEGER,
  source TEXT NOT NULL,
  file TEXT
) STRICT;

CREATE INDEX target_figure_target ON target_figure (target);

CREATE TABLE task (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  plan INTEGER NOT NULL REFERENCES plan (id),
  place INTEGER,
  section TEXT,
  name TEXT NOT NULL,
  target INTEGER REFERENCES target (id),
  body TEXT,
  with_bodies TEXT,
  begins_on TEXT,
  due_on TEXT,
  cost INTEGER,
  state TEXT NOT NULL,
  done_on TEXT,
  evidence TEXT,
  file TEXT,
  note TEXT
) STRICT;

CREATE INDEX task_plan ON task (plan);
CREATE INDEX task_target ON task (target);

CREATE TABLE budget_line (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  plan INTEGER NOT NULL REFERENCES plan (id),
  place INTEGER,
  name TEXT NOT NULL,
  unit_name TEXT,
  quantity INTEGER,
  price INTEGER,
  amount INTEGER,
  source TEXT,
  paid INTEGER,
  paid_on TEXT,
  note TEXT
) STRICT;

CREATE INDEX budget_line_plan ON budget_line (plan);

CREATE TABLE plan_product (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  plan INTEGER NOT NULL REFERENCES plan (id),
  place INTEGER,
  name TEXT NOT NULL,
  product INTEGER REFERENCES product (id),
  producer INTEGER REFERENCES producer (id),
  criteria_set TEXT,
  unit INTEGER REFERENCES unit (id),
  kind TEXT,
  expected_class INTEGER,
  round_number INTEGER,
  note TEXT
) STRICT;

CREATE INDEX plan_product_plan ON plan_product (plan);
CREATE INDEX plan_product_product ON plan_product (product);
CREATE INDEX plan_product_producer ON plan_product (producer);
CREATE INDEX plan_product_unit ON plan_product (unit);

CREATE TABLE frozen_report (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  plan INTEGER NOT NULL REFERENCES plan (id),
  name TEXT NOT NULL,
  from_day TEXT NOT NULL,
  until_day TEXT NOT NULL,
  frozen_on TEXT NOT NULL,
  note TEXT
) STRICT;

CREATE INDEX frozen_report_plan ON frozen_report (plan);

CREATE TABLE frozen_figure (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  report INTEGER NOT NULL REFERENCES frozen_report (id),
  target INTEGER NOT NULL REFERENCES target (id),
  name TEXT NOT NULL,
  value INTEGER,
  part INTEGER,
  whole INTEGER,
  day TEXT,
  text TEXT,
  records TEXT
) STRICT;

CREATE INDEX frozen_figure_report ON frozen_figure (report);
CREATE INDEX frozen_figure_target ON frozen_figure (target);

CREATE TABLE own_indicator (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  definition TEXT NOT NULL
) STRICT;

-- The work between the decisions.
CREATE TABLE inspection (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL,
  producer INTEGER REFERENCES producer (id),
  unit INTEGER REFERENCES unit (id),
  manner TEXT,
  reason TEXT,
  planned_on TEXT,
  held_on TEXT,
  members TEXT,
  record_number TEXT,
  conclusion TEXT,
  opinion TEXT,
  file TEXT,
  note TEXT
) STRICT;

CREATE INDEX inspection_producer ON inspection (producer);
CREATE INDEX inspection_unit ON inspection (unit);

CREATE TABLE inspection_point (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  inspection INTEGER NOT NULL REFERENCES inspection (id),
  product INTEGER REFERENCES product (id),
  topic TEXT NOT NULL,
  result TEXT NOT NULL,
  finding TEXT,
  repair_by TEXT,
  repaired_on TEXT,
  proof TEXT,
  note TEXT
) STRICT;

CREATE INDEX inspection_point_inspection ON inspection_point (inspection);
CREATE INDEX inspection_point_product ON inspection_point (product);

CREATE TABLE course (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL,
  state TEXT NOT NULL,
  held_on TEXT,
  held_until TEXT,
  venue TEXT,
  unit INTEGER REFERENCES unit (id),
  organiser TEXT,
  content TEXT,
  cost INTEGER,
  funding TEXT,
  file TEXT,
  note TEXT
) STRICT;

CREATE INDEX course_unit ON course (unit);

CREATE TABLE trainee (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  course INTEGER NOT NULL REFERENCES course (id),
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  level TEXT,
  position TEXT,
  producer INTEGER REFERENCES producer (id),
  unit INTEGER REFERENCES unit (id),
  gender TEXT,
  phone TEXT,
  absent INTEGER,
  note TEXT
) STRICT;

CREATE INDEX trainee_course ON trainee (course);
CREATE INDEX trainee_producer ON trainee (producer);
CREATE INDEX trainee_unit ON trainee (unit);

CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  held_on TEXT,
  held_until TEXT,
  venue TEXT,
  abroad INTEGER,
  organiser TEXT,
  stands INTEGER,
  cost INTEGER,
  funding TEXT,
  file TEXT,
  note TEXT
) STRICT;

CREATE TABLE participation (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  event INTEGER NOT NULL REFERENCES event (id),
  producer INTEGER NOT NULL REFERENCES producer (id),
  product INTEGER REFERENCES product (id),
  dealing TEXT,
  partner TEXT,
  signed_on TEXT,
  value INTEGER,
  sales INTEGER,
  note TEXT
) STRICT;

CREATE INDEX participation_event ON participation (event);
CREATE INDEX participation_producer ON participation (producer);
CREATE INDEX participation_product ON participation (product);

CREATE TABLE sales_point (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL,
  unit INTEGER REFERENCES unit (id),
  address TEXT,
  producer INTEGER REFERENCES producer (id),
  manager TEXT,
  decision_number TEXT,
  opened_on TEXT,
  closed_on TEXT,
  note TEXT
) STRICT;

CREATE INDEX sales_point_unit ON sales_point (unit);
CREATE INDEX sales_point_producer ON sales_point (producer);

CREATE TABLE support_programme (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL,
  agency TEXT,
  funding TEXT,
  year INTEGER,
  planned INTEGER,
  decision_number TEXT,
  decision_date TEXT,
  note TEXT
) STRICT;

CREATE TABLE support (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL,
  programme INTEGER REFERENCES support_programme (id),
  agency TEXT,
  kind TEXT,
  producer INTEGER REFERENCES producer (id),
  product INTEGER REFERENCES product (id),
  site INTEGER REFERENCES tourism_site (id),
  granted_on TEXT,
  planned INTEGER,
  granted INTEGER,
  paid INTEGER,
  paid_on TEXT,
  funding TEXT,
  note TEXT
) STRICT;

CREATE INDEX support_by_programme ON support (programme);
CREATE INDEX support_producer ON support (producer);
CREATE INDEX support_product ON support (product);
CREATE INDEX support_site ON support (site);

CREATE TABLE reward_rule (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL,
  class INTEGER NOT NULL,
  occasion TEXT NOT NULL,
  amount INTEGER NOT NULL,
  difference INTEGER,
  once INTEGER,
  cap INTEGER,
  valid_from TEXT,
  valid_until TEXT,
  source TEXT
) STRICT;

CREATE TABLE reward (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  recognition INTEGER NOT NULL REFERENCES recognition (id),
  producer INTEGER NOT NULL REFERENCES producer (id),
  occasion TEXT,
  rule INTEGER REFERENCES reward_rule (id),
  amount INTEGER NOT NULL,
  list_number TEXT,
  paid_on TEXT,
  account TEXT,
  note TEXT
) STRICT;

CREATE INDEX reward_recognition ON reward (recognition);
CREATE INDEX reward_producer ON reward (producer);
CREATE INDEX reward_by_rule ON reward (rule);

CREATE TABLE consultation (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  producer INTEGER NOT NULL REFERENCES producer (id),
  product INTEGER REFERENCES product (id),
  given_on TEXT NOT NULL,
  topic TEXT NOT NULL,
  adviser TEXT,
  note TEXT
) STRICT;

CREATE INDEX consultation_producer ON consultation (producer);
CREATE INDEX consultation_product ON consultation (product);

CREATE TABLE communication (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  producer INTEGER NOT NULL REFERENCES producer (id),
  received_on TEXT NOT NULL,
  topic TEXT NOT NULL,
  means TEXT,
  note TEXT
) STRICT;

CREATE INDEX communication_producer ON communication (producer);

CREATE TABLE value_chain (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  unit INTEGER REFERENCES unit (id),
  lead INTEGER REFERENCES producer (id),
  funding TEXT,
  started_on TEXT,
  ended_on TEXT,
  area INTEGER,
  note TEXT
) STRICT;

CREATE INDEX value_chain_unit ON value_chain (unit);
CREATE INDEX value_chain_lead ON value_chain (lead);

CREATE TABLE value_chain_member (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  chain INTEGER NOT NULL REFERENCES value_chain (id),
  product INTEGER NOT NULL REFERENCES product (id),
  part TEXT,
  joined_on TEXT,
  note TEXT
) STRICT;

CREATE INDEX value_chain_member_chain ON value_chain_member (chain);
CREATE INDEX value_chain_member_product ON value_chain_member (product);

CREATE TABLE tourism_site (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  binned INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL,
  unit INTEGER REFERENCES unit (id),
  producer INTEGER REFERENCES producer (id),
  certified INTEGER,
  certified_on TEXT,
  note TEXT
) STRICT;

CREATE INDEX tourism_site_unit ON tourism_site (unit);
CREATE INDEX tourism_site_producer ON tourism_site (producer);

-- SPDX-License-Identifier: GPL-3.0-or-later
-- The register, version 5.

-- Sessions by written opinions (article 7.6 of 26/2026/QĐ-TTg): how one is held, and by which day its
-- members answer.
ALTER TABLE session ADD COLUMN manner TEXT;
ALTER TABLE session ADD COLUMN answers_by TEXT;

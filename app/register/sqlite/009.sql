-- SPDX-License-Identifier: GPL-3.0-or-later
-- The register, version 9.

-- What an office keeps under names: charts, and sets of slides.
ALTER TABLE office ADD COLUMN saved_charts TEXT;
ALTER TABLE office ADD COLUMN slides TEXT;

-- A rich text annex, or the summary that stands on the cover sheet of an uploaded one.
alter table annex add column text text check (length(text) <= 20000);

-- What was said has the minutes as its evidence (F64); one paper may speak for several towns, and each of
-- them has its own row, so that a single one may add or replace.
alter table statement add column minutes text check (length(minutes) between 1 and 300);
alter table statement add column joint_with text[] not null default '{}';

-- Every reply looks for the town's last one while the round is locked: in this order it is one step away.
create index statement_of_town on statement (round_id, ags, received_at, recorded_at, id);

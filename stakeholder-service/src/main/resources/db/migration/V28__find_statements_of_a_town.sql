-- Every reply reads the town's earlier ones, while the round is locked.
create index statement_of_town on statement (round_id, ags, received_at, id);

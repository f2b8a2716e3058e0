-- A partition finds its first page here; by position alone it read all partitions before it.
create index assess_candidate_shard on quittance.assess_candidate (work_set, shard, position);

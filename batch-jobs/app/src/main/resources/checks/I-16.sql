-- No execution is left STARTED or UNKNOWN by a process that is gone
select i.job_name || ' execution ' || e.job_execution_id || ' is ' || e.status
from batch.batch_job_execution e join batch.batch_job_instance i using (job_instance_id)
where e.status in ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN')
  and not exists (select 1 from quittance.gate g join pg_stat_activity a on a.application_name = g.holder)

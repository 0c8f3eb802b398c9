-- This attempt found that the work can't be done: ok | refused. The stage stays where it failed.
local attempt, message, now, now_ms, ttl = tonumber(ARGV[1]), ARGV[2], ARGV[3], ARGV[4], ARGV[5]

local task = load_task()
if not task or is_over(task) or task.attempt ~= attempt then return { 'refused', '' } end

task.error_message = message
return { 'ok', end_task(task, 'failed', now, now_ms, ttl) }

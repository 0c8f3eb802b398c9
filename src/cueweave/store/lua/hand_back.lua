-- A worker that was asked to stop gives the task back; that attempt doesn't count as an interruption.
local attempt = tonumber(ARGV[1])

local task = load_task()
if not task or is_over(task) or task.attempt ~= attempt then return { 'refused', '' } end
redis.call('HINCRBY', RECORD, 'returned', 1)
return { 'ok', '' }

-- The worker that has the task begins its next attempt: ok | gone | over | worn out (which fails it).
local most, message, now, now_ms, ttl = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]

local task = load_task()
if not task then return { 'gone', '' } end
if is_over(task) then return { 'over', cjson.encode(task) } end
if not redis.call('HGET', RECORD, 'ticket') then bind(task, task.task_id) end
return begin(task, most, message, now, now_ms, ttl)

-- The user wants no more of it: ok | already | over | gone; with the ticket of the queue that is to be called off.
local now, now_ms, ttl = ARGV[1], ARGV[2], ARGV[3]

local task = load_task()
if not task then return { 'gone', '', '' } end
if task.status == 'cancelled' then return { 'already', cjson.encode(task), '' } end
if is_over(task) then return { 'over', cjson.encode(task), '' } end

local ticket = needless_ticket(task.task_id)
return { 'ok', end_task(task, 'cancelled', now, now_ms, ttl), ticket }

-- The worker that has the task begins its next attempt: ok | gone | over | worn out (which fails it).
-- Gone is also a task that no worker has any more: the store forgot that one took it, and a ticket will bring it again.
local most, message, now, now_ms, ttl = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]

local task = load_task()
if not task then return { 'gone', '' } end
if is_over(task) then return { 'over', cjson.encode(task) } end
if not redis.call('HGET', RECORD, 'ticket') then return { 'gone', '' } end
return begin(task, most, message, now, now_ms, ttl)

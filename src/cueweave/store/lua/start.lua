-- A worker takes the task: ok | gone | over | worn out (which fails it).
local most, message, now, now_ms, ttl = tonumber(ARGV[1]), ARGV[2], ARGV[3], ARGV[4], ARGV[5]

local task = load_task()
if not task then return { 'gone', '' } end
if is_over(task) then return { 'over', cjson.encode(task) } end

local returned = tonumber(redis.call('HGET', RECORD, 'returned') or '0')
if task.attempt - returned >= most then
  task.error_message = message
  return { 'worn out', end_task(task, 'failed', now, now_ms, ttl) }
end

task.attempt = task.attempt + 1
task.status = 'processing'
if task.stage == 'queued' then task.stage = 'transcribing' end
task.updated_at = now
return { 'ok', save_task(task) }

-- The result of this attempt is kept and complete: ok | refused.
local attempt, now, now_ms, ttl = tonumber(ARGV[1]), ARGV[2], ARGV[3], ARGV[4]

local task = load_task()
if not task or task.attempt ~= attempt then return { 'refused', '' } end
-- the client repeats a call whose answer was lost
if task.status == 'completed' then return { 'ok', cjson.encode(task) } end
if is_over(task) then return { 'refused', '' } end

offer_for_reuse(task, ttl)
task.stage = 'completed'
task.progress = 100
return { 'ok', end_task(task, 'completed', now, now_ms, ttl) }

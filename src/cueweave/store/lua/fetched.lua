-- The attempt has fetched the task's medium and knows how long it is: ok | refused.
local attempt, media_seconds = tonumber(ARGV[1]), tonumber(ARGV[2])

local task = load_task()
if not task or is_over(task) or task.attempt ~= attempt then return { 'refused', '' } end

task.media_seconds = media_seconds
return { 'ok', save_task(task) }

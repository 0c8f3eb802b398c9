-- The attempt got further: ok | refused. Stage and progress never go back.
local attempt, stage, percent, now = tonumber(ARGV[1]), ARGV[2], tonumber(ARGV[3]), ARGV[4]

local task = load_task()
if not task or is_over(task) or task.attempt ~= attempt then return { 'refused', '' } end

if RANK[stage] > RANK[task.stage] then task.stage = stage end
if percent > task.progress then task.progress = percent end
task.updated_at = now
return { 'ok', save_task(task) }

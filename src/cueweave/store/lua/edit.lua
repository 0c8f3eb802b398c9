-- Somebody puts an edited result in the place of the edition that they had: ok | stale | gone | unfinished.
local expected, edition = ARGV[1], ARGV[2]

local task = load_task()
if not task then return { 'gone', '' } end
if task.status ~= 'completed' then return { 'unfinished', cjson.encode(task) } end
local current = task.edition or '1'
-- the client repeats a call whose answer was lost
if current == edition then return { 'ok', cjson.encode(task) } end
if current ~= expected then return { 'stale', cjson.encode(task) } end

withdraw_from_reuse(task)
task.edition = edition
return { 'ok', save_task(task) }

-- A client's key is to stand for a task that was there before: ok | repeated | changed.
local id, body, remember_s = ARGV[1], ARGV[2], ARGV[3]
local ONCE = KEYS[11]

local before = came_before(ONCE, body)
if before then return { before, '' } end
stand_for(ONCE, id, body, remember_s)
return { 'ok', '' }

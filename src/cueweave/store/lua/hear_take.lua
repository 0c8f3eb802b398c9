-- Somebody who hears asks for a chunk: ok | none | worn out | enough | gone; with the chunk and the state of all.
-- `attempt` is '' for a helper, which is sent away (enough) while a task waits, since that goes first. A chunk that was
-- taken `most` times and never heard is worn out. `idle` is '0' for whoever only looks.
local HEARING, holder, attempt, lease_ms, most, idle = KEYS[11], ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4]), ARGV[5]

local task, count = load_task(), tonumber(redis.call('HGET', HEARING, 'chunks') or '')
if not task or is_over(task) or not count then return { 'gone', '', '' } end
if attempt ~= '' and task.attempt ~= tonumber(attempt) then return { 'gone', '', '' } end

local flat, field = redis.call('HGETALL', HEARING), {}
for at = 1, #flat, 2 do field[flat[at]] = flat[at + 1] end
local clock = redis.call('TIME')
local now_ms = clock[1] * 1000 + math.floor(clock[2] / 1000)
local states, verdict, taken = {}, 'none', ''
local wants = idle == '1' and not (attempt == '' and redis.call('ZCARD', WAITING) > 0)

for chunk = 0, count - 1 do
  local state = 'free'
  if field['heard:' .. chunk] then
    state = 'heard'
  elseif field['by:' .. chunk] and tonumber(field['until:' .. chunk]) > now_ms then
    state = 'taken'
  elseif tonumber(field['times:' .. chunk] or '0') >= most then
    if attempt ~= '' then verdict, wants = 'worn out', false end
    state = 'taken'
  elseif wants then
    redis.call('HSET', HEARING, 'by:' .. chunk, holder, 'until:' .. chunk, now_ms + lease_ms)
    redis.call('HINCRBY', HEARING, 'times:' .. chunk, 1)
    verdict, taken, wants, state = 'ok', tostring(chunk), false, 'taken'
  end
  states[#states + 1] = string.sub(state, 1, 1)
end
if idle == '1' and attempt == '' and verdict == 'none' and redis.call('ZCARD', WAITING) > 0 then verdict = 'enough' end
return { verdict, taken, table.concat(states) }

-- Somebody still hears what they took: ok | gone.
local HEARING, holder, attempt, lease_ms, ttl = KEYS[11], ARGV[1], ARGV[2], ARGV[3], ARGV[4]

local task, count = load_task(), tonumber(redis.call('HGET', HEARING, 'chunks') or '')
if not task or is_over(task) or not count then return { 'gone', '' } end
if attempt ~= '' and task.attempt ~= tonumber(attempt) then return { 'gone', '' } end

local clock = redis.call('TIME')
local until_ms = clock[1] * 1000 + math.floor(clock[2] / 1000) + lease_ms
for chunk = 0, count - 1 do
  if redis.call('HGET', HEARING, 'by:' .. chunk) == holder then
    redis.call('HSET', HEARING, 'until:' .. chunk, until_ms)
  end
end
redis.call('EXPIRE', HEARING, ttl)
return { 'ok', '' }

-- The attempt that has the task tells how many chunks there are to hear and which ones are heard: ok | refused.
-- What earlier attempts were hearing is free again; what helpers are hearing stays theirs.
local HEARING, attempt, count, ttl = KEYS[11], tonumber(ARGV[1]), ARGV[2], ARGV[4]

local task = load_task()
if not task or is_over(task) or task.attempt ~= attempt then return { 'refused', '' } end
if redis.call('HGET', HEARING, 'chunks') ~= count then redis.call('DEL', HEARING) end

redis.call('HSET', HEARING, 'chunks', count)
for _, chunk in ipairs(cjson.decode(ARGV[3])) do
  redis.call('HSET', HEARING, 'heard:' .. chunk, '1')
end
for chunk = 0, tonumber(count) - 1 do
  local holder = redis.call('HGET', HEARING, 'by:' .. chunk)
  if holder and string.match(holder, '^attempt ') then
    redis.call('HDEL', HEARING, 'by:' .. chunk, 'until:' .. chunk)
  end
end
redis.call('EXPIRE', HEARING, ttl)
return { 'ok', '' }

-- Somebody stops hearing; what they took and did not hear is free: ok. Unless their process was killed (`killed` is '1'),
-- it doesn't count as taken.
local HEARING, holder, killed = KEYS[11], ARGV[1], ARGV[2]

local count = tonumber(redis.call('HGET', HEARING, 'chunks') or '0')
for chunk = 0, count - 1 do
  if redis.call('HGET', HEARING, 'by:' .. chunk) == holder then
    redis.call('HDEL', HEARING, 'by:' .. chunk, 'until:' .. chunk)
    if killed ~= '1' then redis.call('HINCRBY', HEARING, 'times:' .. chunk, -1) end
  end
end
return { 'ok', '' }

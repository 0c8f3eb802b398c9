-- The messages that are due, for whoever asks to put them into the queue; others get them again after a while only.
local UNDELIVERED = KEYS[11]
local now_ms, again_ms, most = ARGV[1], ARGV[2], ARGV[3]

local found = {}
for _, id in ipairs(redis.call('ZRANGEBYSCORE', UNDELIVERED, '-inf', now_ms, 'LIMIT', 0, most)) do
  local tries = redis.call('HGET', 'cueweave:delivery:' .. id, 'tries')
  if tries then
    redis.call('ZADD', UNDELIVERED, again_ms, id)
    found[#found + 1] = id .. '/' .. tries
  else
    redis.call('ZREM', UNDELIVERED, id)
  end
end
return found

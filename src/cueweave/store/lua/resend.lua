-- The user wants a message sent again, with all the patience of a new one: ok | gone.
local UNDELIVERED, DELIVERY = KEYS[11], KEYS[12]
local id, now_ms, pause_ms = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])

if redis.call('EXISTS', DELIVERY) == 0 then return { 'gone' } end
local last, tries = unpack(redis.call('HMGET', DELIVERY, 'last', 'tries'))
local at = math.max(now_ms, tonumber(last or 0) + pause_ms)
redis.call('HSET', DELIVERY, 'state', 'pending', 'since', now_ms, 'next', at, 'asked_again_at', tries)
redis.call('ZADD', UNDELIVERED, at, id)
return { 'ok' }

-- A try to deliver a message has ended: ok | stale, where another try of this number was quicker to say so.
local UNDELIVERED, DELIVERY, DELIVERIES = KEYS[11], KEYS[12], KEYS[13]
local id, number, state, status, reason, now_ms, next_ms =
  ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5], ARGV[6], ARGV[7]

local was, tries = unpack(redis.call('HMGET', DELIVERY, 'state', 'tries'))
if was ~= 'pending' or tries ~= number then return { 'stale' } end

redis.call('HSET', DELIVERY, 'state', state, 'tries', tonumber(number) + 1, 'status', status, 'reason', reason,
  'last', now_ms, 'next', next_ms)
if state == 'pending' then
  redis.call('ZADD', UNDELIVERED, next_ms, id)
else
  redis.call('ZREM', UNDELIVERED, id)
end
redis.call('HINCRBY', DELIVERIES, state == 'pending' and 'retried' or state, 1)
return { 'ok' }

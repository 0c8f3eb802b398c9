-- A task gets in, or a limit keeps it out: ok | user | server.
local id, data, user_limit, limit, now_ms = ARGV[1], ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4]), ARGV[5]

-- the client repeats a call whose answer was lost
if redis.call('SISMEMBER', USER, id) == 1 then return { 'ok', '' } end
if redis.call('SCARD', USER) >= user_limit then return { 'user', '' } end
if tonumber(redis.call('GET', COUNT) or '0') >= limit then return { 'server', '' } end

redis.call('HSET', RECORD, 'data', data)
redis.call('SADD', USER, id)
redis.call('INCR', COUNT)
redis.call('ZADD', ACTIVE, now_ms, id)
-- by the store's own clock, to the microsecond: of two in the same millisecond the first is the older
local clock = redis.call('TIME')
redis.call('ZADD', WAITING, clock[1] * 1000000 + clock[2], id)
return { 'ok', data }

-- A task gets in, or a limit keeps it out, or it came before: ok | user | server | repeated | changed.
local id, data, user_limit, limit, now_ms = ARGV[1], ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4]), ARGV[5]
-- where the client gave a key for it: what is known under that key, and a digest of what it sent
local ONCE, body, remember_s = KEYS[11], ARGV[6], ARGV[7]

-- the client repeats a call whose answer was lost
if redis.call('SISMEMBER', USER, id) == 1 then return { 'ok', '' } end
local before = ONCE and came_before(ONCE, body)
if before then return { before, '' } end
if redis.call('SCARD', USER) >= user_limit then return { 'user', '' } end
if tonumber(redis.call('GET', COUNT) or '0') >= limit then return { 'server', '' } end

redis.call('HSET', RECORD, 'data', data)
redis.call('SADD', USER, id)
redis.call('INCR', COUNT)
redis.call('ZADD', ACTIVE, now_ms, id)
-- by the store's own clock, to the microsecond: of two in the same millisecond the first is the older
local clock = redis.call('TIME')
redis.call('ZADD', WAITING, clock[1] * 1000000 + clock[2], id)
if ONCE then stand_for(ONCE, id, body, remember_s) end
return { 'ok', data }

-- What is said in a chunk is kept, by whomever: ok | gone.
local HEARING, chunk = KEYS[11], tonumber(ARGV[1])

local count = tonumber(redis.call('HGET', HEARING, 'chunks') or '')
if not count or chunk < 0 or chunk >= count then return { 'gone', '' } end
redis.call('HSET', HEARING, 'heard:' .. ARGV[1], '1')
redis.call('HDEL', HEARING, 'by:' .. ARGV[1], 'until:' .. ARGV[1], 'times:' .. ARGV[1])
return { 'ok', '' }

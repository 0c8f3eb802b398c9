-- Finished tasks that ended before a time leave their user's list; their records have gone by themselves.
return { 'ok', tostring(redis.call('ZREMRANGEBYSCORE', FINISHED, '-inf', '(' .. ARGV[1])) }

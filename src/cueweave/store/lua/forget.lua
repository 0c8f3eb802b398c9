-- Nothing of the task stays; one that is not over yet is ended first: ok | gone, with the ticket to be called off.
local id, now, now_ms, ttl = ARGV[1], ARGV[2], ARGV[3], ARGV[4]

local task, ticket = load_task(), ''
if task and not is_over(task) then
  ticket = needless_ticket(id)
  end_task(task, 'cancelled', now, now_ms, ttl)
end
if task then withdraw_from_reuse(task) end
redis.call('ZREM', FINISHED, id)
redis.call('ZREM', 'cueweave:undelivered', id)
redis.call('DEL', 'cueweave:delivery:' .. id)
return { redis.call('DEL', RECORD) == 1 and 'ok' or 'gone', '', ticket }

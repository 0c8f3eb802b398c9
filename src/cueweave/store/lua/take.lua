-- A worker with a ticket of the queue takes a task: ok | none | worn out (which fails it).
-- A ticket that stands for a task goes on with that one; any other serves the waiting task whose user has the fewest
-- running, was served longest ago, and which is the oldest, in this order.
local ticket, most, message, now, now_ms, ttl = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5], ARGV[6]
local FORGET_MS = 3600 * 1000

local function waits(id)
  local data = redis.call('HGET', 'task:' .. id, 'data')
  local task = data and cjson.decode(data)
  if not task or is_over(task) then redis.call('ZREM', WAITING, id) end
  return task and not is_over(task) and task.version <= KNOWN_VERSION
end

local function fairest()
  local seen, best, fewest, longest_ago = {}, nil, nil, nil
  for _, id in ipairs(redis.call('ZRANGE', WAITING, 0, -1)) do
    local user = owner(id)
    if not seen[user] and waits(id) then
      seen[user] = true
      local running = tonumber(redis.call('HGET', RUNNING, user) or '0')
      local served = tonumber(redis.call('ZSCORE', SERVED, user) or '0')
      if not best or running < fewest or (running == fewest and served < longest_ago) then
        best, fewest, longest_ago = id, running, served
      end
      if running == 0 and served == 0 then break end
    end
  end
  return best
end

local id = redis.call('HGET', TICKETS, ticket)
if id then
  select_task(id)
  local task = load_task()
  if task and not is_over(task) then
    if task.version > KNOWN_VERSION then return { 'none', '' } end
    return begin(task, most, message, now, now_ms, ttl)
  end
  redis.call('HDEL', TICKETS, ticket)
end

id = fairest()
if not id then return { 'none', '' } end
select_task(id)
local task = load_task()
bind(task, ticket)
redis.call('ZADD', SERVED, now_ms, owner(id))
redis.call('ZREMRANGEBYSCORE', SERVED, '-inf', tonumber(now_ms) - FORGET_MS)
return begin(task, most, message, now, now_ms, ttl)

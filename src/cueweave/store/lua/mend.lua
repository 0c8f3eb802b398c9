-- Holds the count, the list of active tasks, the users' sets and the queue's order against the records, which are the
-- truth.
-- Further keys are the users' sets that were found. Returns how many things were wrong.
local wrong, alive = 0, 0

local function is_active(id)
  local data = redis.call('HGET', 'task:' .. id, 'data')
  return data and not is_over(cjson.decode(data))
end

for _, id in ipairs(redis.call('ZRANGE', ACTIVE, 0, -1)) do
  if not is_active(id) then
    redis.call('ZREM', ACTIVE, id)
    wrong = wrong + 1
  end
end
for at = 11, #KEYS do
  for _, id in ipairs(redis.call('SMEMBERS', KEYS[at])) do
    if not is_active(id) then
      redis.call('SREM', KEYS[at], id)
      wrong = wrong + 1
    elseif redis.call('ZADD', ACTIVE, 'NX', ARGV[1], id) == 1 then
      wrong = wrong + 1
    end
  end
end
for _, id in ipairs(redis.call('ZRANGE', ACTIVE, 0, -1)) do
  alive = alive + 1
  wrong = wrong + redis.call('SADD', 'user:' .. owner(id) .. ':active_tasks', id)
end
if tonumber(redis.call('GET', COUNT) or '0') ~= alive then
  redis.call('SET', COUNT, alive)
  wrong = wrong + 1
end

local function ticket_of(id)
  local ticket = redis.call('HGET', 'task:' .. id, 'ticket')
  return ticket and redis.call('HGET', TICKETS, ticket) == id and ticket
end

local all, running = redis.call('HGETALL', TICKETS), {}
for at = 1, #all, 2 do
  if not is_active(all[at + 1]) or ticket_of(all[at + 1]) ~= all[at] then
    redis.call('HDEL', TICKETS, all[at])
    wrong = wrong + 1
  end
end
for _, id in ipairs(redis.call('ZRANGE', WAITING, 0, -1)) do
  if not is_active(id) or ticket_of(id) then
    redis.call('ZREM', WAITING, id)
    wrong = wrong + 1
  end
end
for _, id in ipairs(redis.call('ZRANGE', ACTIVE, 0, -1)) do
  if ticket_of(id) then
    running[owner(id)] = (running[owner(id)] or 0) + 1
  else
    redis.call('HDEL', 'task:' .. id, 'ticket')
    wrong = wrong + redis.call('ZADD', WAITING, 'NX', redis.call('ZSCORE', ACTIVE, id) * 1000, id)
  end
end
local told = redis.call('HGETALL', RUNNING)
for at = 1, #told, 2 do
  if not running[told[at]] then
    redis.call('HDEL', RUNNING, told[at])
    wrong = wrong + 1
  end
end
for user, count in pairs(running) do
  if tonumber(redis.call('HGET', RUNNING, user) or '0') ~= count then
    redis.call('HSET', RUNNING, user, count)
    wrong = wrong + 1
  end
end
-- the time of these was up before anybody could be told; nothing is wrong with that
for _, id in ipairs(redis.call('ZRANGE', 'cueweave:undelivered', 0, -1)) do
  if redis.call('EXISTS', 'cueweave:delivery:' .. id) == 0 then redis.call('ZREM', 'cueweave:undelivered', id) end
end
return { 'ok', tostring(wrong) }

-- Holds the count, the list of active tasks and the users' sets against the records, which are the truth.
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
for at = 7, #KEYS do
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
  wrong = wrong + redis.call('SADD', 'user:' .. string.match(id, '^[^:]+') .. ':active_tasks', id)
end
if tonumber(redis.call('GET', COUNT) or '0') ~= alive then
  redis.call('SET', COUNT, alive)
  wrong = wrong + 1
end
return { 'ok', tostring(wrong) }

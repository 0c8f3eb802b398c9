-- Shared by every script. A task's keys always come in this order.
local RECORD, USER, COUNT, ACTIVE, FINISHED, ENDED = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6]
local RANK = { queued = 0, transcribing = 1, processing_llm = 2, aligning = 3, completed = 4 }

local function load_task()
  local data = redis.call('HGET', RECORD, 'data')
  return data and cjson.decode(data)
end

local function save_task(task)
  local data = cjson.encode(task)
  redis.call('HSET', RECORD, 'data', data)
  return data
end

local function is_over(task)
  return task.status == 'completed' or task.status == 'failed' or task.status == 'cancelled'
end

-- The slot is given back by whoever removes the id from the user's set, so exactly once.
local function end_task(task, status, now, now_ms, ttl)
  task.status = status
  task.updated_at = now
  local data = save_task(task)
  redis.call('EXPIRE', RECORD, ttl)
  if redis.call('SREM', USER, task.task_id) == 1 then redis.call('DECR', COUNT) end
  redis.call('ZREM', ACTIVE, task.task_id)
  redis.call('ZREMRANGEBYSCORE', FINISHED, '-inf', '(' .. (tonumber(now_ms) - 1000 * tonumber(ttl)))
  redis.call('ZADD', FINISHED, now_ms, task.task_id)
  redis.call('EXPIRE', FINISHED, ttl)
  redis.call('HINCRBY', ENDED, status, 1)
  return data
end

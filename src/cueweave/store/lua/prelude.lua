-- Shared by every script. A task's keys always come in this order.
local RECORD, USER, COUNT, ACTIVE, FINISHED, ENDED = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6]
local WAITING, TICKETS, RUNNING, SERVED = KEYS[7], KEYS[8], KEYS[9], KEYS[10]
local KNOWN_VERSION = 1
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

local function owner(id)
  return string.match(id, '^(.*):')
end

-- From here on the script is about this task.
local function select_task(id)
  local user = owner(id)
  RECORD = 'task:' .. id
  USER = 'user:' .. user .. ':active_tasks'
  FINISHED = 'cueweave:finished:' .. user
end

-- The queue's ticket now stands for this task, until the task ends.
local function bind(task, ticket)
  redis.call('HSET', RECORD, 'ticket', ticket)
  redis.call('HSET', TICKETS, ticket, task.task_id)
  redis.call('ZREM', WAITING, task.task_id)
  redis.call('HINCRBY', RUNNING, owner(task.task_id), 1)
end

local function unbind(task)
  local ticket = redis.call('HGET', RECORD, 'ticket')
  redis.call('ZREM', WAITING, task.task_id)
  if not ticket then return end
  redis.call('HDEL', RECORD, 'ticket')
  redis.call('HDEL', TICKETS, ticket)
  if redis.call('HINCRBY', RUNNING, owner(task.task_id), -1) <= 0 then
    redis.call('HDEL', RUNNING, owner(task.task_id))
  end
end

-- The ticket that the queue need not keep once this task is ended: the one that stands for it, else its own, unless that
-- one serves another task; then one more than needed stays, and finds nothing to do.
local function needless_ticket(id)
  return redis.call('HGET', RECORD, 'ticket') or (redis.call('HEXISTS', TICKETS, id) == 0 and id or '')
end

-- Whoever wants to know that the task is over is to be told, from the very moment in which it is.
local function owe_message(task, now_ms, ttl)
  if (task.callback_url or '') == '' then return end
  local delivery = 'cueweave:delivery:' .. task.task_id
  local id = 'msg_' .. string.gsub(string.match(task.task_id, '[^:]*$'), '-', '')
  redis.call('HSET', delivery, 'id', id, 'state', 'pending', 'tries', 0, 'since', now_ms, 'next', now_ms)
  redis.call('EXPIRE', delivery, ttl)
  redis.call('ZADD', 'cueweave:undelivered', now_ms, task.task_id)
end

-- What is known under a client's key, if anything is: repeated | changed, by the digest of what was sent.
local function came_before(once, body)
  local earlier, its_body = unpack(redis.call('HMGET', once, 'task', 'body'))
  if not earlier or redis.call('EXISTS', 'task:' .. earlier) == 0 then return nil end
  return its_body == body and 'repeated' or 'changed'
end

local function stand_for(once, id, body, remember_s)
  redis.call('HSET', once, 'task', id, 'body', body)
  redis.call('EXPIRE', once, remember_s)
end

local function content_key(task)
  return 'cueweave:content:' .. owner(task.task_id) .. ':' .. task.content
end

-- The same content finds this task from now on; not to its very end, so that whoever is sent there can still fetch.
local function offer_for_reuse(task, ttl)
  if (task.content or '') == '' then return end
  redis.call('SET', content_key(task), task.task_id, 'EX', math.max(1, math.floor(tonumber(ttl) * 0.9)))
end

local function withdraw_from_reuse(task)
  if (task.content or '') == '' then return end
  if redis.call('GET', content_key(task)) == task.task_id then redis.call('DEL', content_key(task)) end
end

-- The slot is given back by whoever removes the id from the user's set, so exactly once.
local function end_task(task, status, now, now_ms, ttl)
  unbind(task)
  task.status = status
  task.updated_at = now
  local data = save_task(task)
  redis.call('EXPIRE', RECORD, ttl)
  if redis.call('SREM', USER, task.task_id) == 1 then redis.call('DECR', COUNT) end
  redis.call('ZREM', ACTIVE, task.task_id)
  redis.call('ZREMRANGEBYSCORE', FINISHED, '-inf', '(' .. (tonumber(now_ms) - 1000 * tonumber(ttl)))
  redis.call('ZADD', FINISHED, now_ms, task.task_id)
  redis.call('EXPIRE', FINISHED, ttl)
  owe_message(task, now_ms, ttl)
  redis.call('HINCRBY', ENDED, status, 1)
  redis.call('HINCRBY', ENDED, status .. ':' .. task.stage, 1)
  return data
end

-- A worker takes the selected task for another attempt: ok | worn out (which fails it).
local function begin(task, most, message, now, now_ms, ttl)
  local returned = tonumber(redis.call('HGET', RECORD, 'returned') or '0')
  if task.attempt - returned >= tonumber(most) then
    task.error_message = message
    return { 'worn out', end_task(task, 'failed', now, now_ms, ttl) }
  end
  task.attempt = task.attempt + 1
  task.status = 'processing'
  if task.stage == 'queued' then task.stage = 'transcribing' end
  task.updated_at = now
  return { 'ok', save_task(task) }
end

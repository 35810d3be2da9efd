-- Sells random nights. Environment: TOKEN, PATH_PREFIX, ROOMS (comma separated identifiers), DAYS.
local rooms = {}
for room in os.getenv("ROOMS"):gmatch("[^,]+") do rooms[#rooms + 1] = room end
local days = tonumber(os.getenv("DAYS"))
local threads = {}
local first = os.time({ year = 2027, month = 1, day = 1, hour = 12 })

function setup(thread)
  thread:set("seed", #threads + tonumber(os.getenv("SEED") or "1"))
  threads[#threads + 1] = thread
end

function init()
  math.randomseed(seed)
  sold, refused, other = 0, 0, 0
  wrk.headers["Authorization"] = "Bearer " .. os.getenv("TOKEN")
  wrk.headers["Content-Type"] = "application/json"
end

function request()
  local arrival = first + math.random(0, days - 1) * 86400
  local departure = arrival + math.random(1, 3) * 86400
  local body = string.format(
    '{"firstName":"Robin","lastName":"Sample","salesChannelName":"Direct","roomStays":[{"guestRoomIdentifier":"%s","startDate":"%s","endDate":"%s","adults":2,"children":0,"quantity":1}]}',
    rooms[math.random(#rooms)], os.date("!%Y-%m-%d", arrival), os.date("!%Y-%m-%d", departure))
  return wrk.format("POST", os.getenv("PATH_PREFIX") .. "/booking", nil, body)
end

function response(status)
  if status == 201 then sold = sold + 1
  elseif status == 409 then refused = refused + 1
  else other = other + 1 end
end

function done(summary, latency)
  local s, r, o = 0, 0, 0
  for _, thread in ipairs(threads) do
    s, r, o = s + thread:get("sold"), r + thread:get("refused"), o + thread:get("other")
  end
  io.write(string.format('@@{"sold":%d,"refused":%d,"other":%d,"micros":%d,"p50":%d,"p99":%d}\n',
    s, r, o, summary.duration, latency:percentile(50), latency:percentile(99)))
end

-- Sends one WebDAV request again and again. Environment: AUTH, METHOD, BODY (a file), DEPTH.
-- With PUT=new each request makes an entry of its own below the address, on a day of its own while there are some; with
-- FRESH each asks what nobody asked before.
local counter = 0
local threads = 0
local DAYS = 1800
local FIRST_DAY = 1900000000 -- in 2030

function setup(thread)
  thread:set("thread", threads)
  threads = threads + 1
end

function init()
  method = os.getenv("METHOD")
  local file = io.open(os.getenv("BODY"), "rb")
  body = file:read("*a")
  file:close()
  wrk.headers["Authorization"] = os.getenv("AUTH")
  wrk.headers["Content-Type"] = method == "PUT" and "text/calendar" or "application/xml"
  if os.getenv("DEPTH") then wrk.headers["Depth"] = os.getenv("DEPTH") end
  new = os.getenv("PUT") == "new"
  fresh = os.getenv("FRESH")
  if not new then same = wrk.format(method, nil, nil, body) end
end

function request()
  counter = counter + 1
  if fresh then
    local comment = string.format("<!-- %s-%d-%d -->", os.getenv("RUN"), thread, counter)
    return wrk.format(method, nil, nil, body .. comment)
  end
  if not new then return same end
  local name = string.format("%s-%d-%d", os.getenv("RUN"), thread, counter)
  local day = os.date("!%Y%m%d", FIRST_DAY + (counter * 2 + thread) % DAYS * 86400)
  return wrk.format(method, wrk.path .. name .. ".ics", nil, (body:gsub("UIDHERE", name):gsub("20350301", day)))
end

function done(summary, latency)
  io.write(string.format('@@{"requests":%d,"failed":%d,"bytes":%d,"micros":%d,"p50":%d,"p99":%d}\n',
    summary.requests, summary.errors.status + summary.errors.read + summary.errors.timeout, summary.bytes,
    summary.duration, latency:percentile(50), latency:percentile(99)))
end

-- Sends one WebDAV request again and again. Environment: AUTH, METHOD, BODY (a file), DEPTH.
-- With PUT=new each request makes an entry of its own below the address; with FRESH each asks what nobody asked before.
local counter = 0
local threads = 0

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
  if fresh then return wrk.format(method, nil, nil, string.format("%s<!-- %s-%d-%d -->", body, os.getenv("RUN"), thread, counter)) end
  if not new then return same end
  local name = string.format("%s-%d-%d", os.getenv("RUN"), thread, counter)
  return wrk.format(method, wrk.path .. name .. ".ics", nil, (body:gsub("UIDHERE", name)))
end

function done(summary, latency)
  io.write(string.format('@@{"requests":%d,"failed":%d,"bytes":%d,"micros":%d,"p50":%d,"p99":%d}\n',
    summary.requests, summary.errors.status + summary.errors.read + summary.errors.timeout, summary.bytes,
    summary.duration, latency:percentile(50), latency:percentile(99)))
end

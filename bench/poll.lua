-- Sends one GET again and again and counts the answers by status. Environment: AUTH, ETAG, ENCODING.
local threads = {}

function setup(thread)
  threads[#threads + 1] = thread
end

function init()
  expected, other = 0, 0
  want = tonumber(os.getenv("WANT"))
  wrk.headers["Authorization"] = os.getenv("AUTH")
  if os.getenv("ETAG") then wrk.headers["If-None-Match"] = os.getenv("ETAG") end
  if os.getenv("ENCODING") then wrk.headers["Accept-Encoding"] = os.getenv("ENCODING") end
end

function response(status)
  if status == want then expected = expected + 1 else other = other + 1 end
end

function done(summary, latency)
  local e, o = 0, 0
  for _, thread in ipairs(threads) do
    e, o = e + thread:get("expected"), o + thread:get("other")
  end
  io.write(string.format('@@{"expected":%d,"other":%d,"bytes":%d,"micros":%d,"p50":%d,"p99":%d}\n',
    e, o, summary.bytes, summary.duration, latency:percentile(50), latency:percentile(99)))
end

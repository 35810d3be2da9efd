-- Sends one GET again and again. Environment: AUTH, ETAG, ENCODING.
-- There is no response(): calling it for every answer would cost more than the answer.

function init()
  wrk.headers["Authorization"] = os.getenv("AUTH")
  if os.getenv("ETAG") then wrk.headers["If-None-Match"] = os.getenv("ETAG") end
  if os.getenv("ENCODING") then wrk.headers["Accept-Encoding"] = os.getenv("ENCODING") end
end

function done(summary, latency)
  io.write(string.format('@@{"requests":%d,"failed":%d,"bytes":%d,"micros":%d,"p50":%d,"p99":%d}\n',
    summary.requests, summary.errors.status + summary.errors.read + summary.errors.timeout, summary.bytes,
    summary.duration, latency:percentile(50), latency:percentile(99)))
end

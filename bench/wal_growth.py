#!/usr/bin/env python3
"""How large SQLite's write-ahead log gets while some write and others always read.

usage: wal_growth.py INFO.json DATA_DIR [SECONDS] [WRITERS] [READERS]     (INFO.json of `roomnight demo --info --data DATA_DIR`)

Prints the size every five seconds; exit code 1 when it was ever above 64 MiB, the bound that README states.
"""
import base64, http.client, json, os, sys, threading, time, uuid
from urllib.parse import urlparse

BOUND = 64 * 1024 * 1024
info, folder = json.load(open(sys.argv[1])), sys.argv[2]
seconds, writers, readers = (int(n) for n in (sys.argv[3:6] + ["600", "8", "8"][len(sys.argv[3:6]):]))
port, end, counts = urlparse(info["url"]).port, time.time() + seconds, {"writes": 0, "reads": 0}


def ask(line, method, path, headers, body=None):
    line.request(method, path, body, headers)
    answer = line.getresponse()
    return answer.status, answer.read()


def line():
    return http.client.HTTPConnection("127.0.0.1", port, timeout=60)


pair = base64.b64encode(f"{info['clientId']}:{info['clientSecret']}".encode()).decode()
form = {"Authorization": "Basic " + pair, "Content-Type": "application/x-www-form-urlencoded"}
token = json.loads(ask(line(), "POST", "/oauth2/token", form, "grant_type=client_credentials")[1])["access_token"]
bearer = {"Authorization": "Bearer " + token, "Content-Type": "application/json"}
base = f"/api/managing-entity/{info['managingEntityIdentifier']}/extranet"
rooms = json.loads(ask(line(), "GET", base + "/guest-room/list", bearer)[1])
room = (rooms if isinstance(rooms, list) else rooms["items"])[0]["identifier"]


def write():
    mine = line()
    while time.time() < end:
        stay = {"guestRoomIdentifier": room, "startDate": "2031-03-10", "endDate": "2031-03-12", "adults": 1}
        body = json.dumps({"firstName": "R" * 60, "specialRequests": "x" * 900, "roomStays": [stay]})
        ask(mine, "PUT", f"{base}/booking/{uuid.uuid4()}", bearer, body)
        counts["writes"] += 1


def read():
    mine = line()
    while time.time() < end:
        ask(mine, "GET", base + "/booking/list?size=100", bearer)
        counts["reads"] += 1


for work in [write] * writers + [read] * readers:
    threading.Thread(target=work, daemon=True).start()
largest, log = 0, os.path.join(folder, "roomnight.db-wal")
while time.time() < end:
    for _ in range(50):
        largest = max(largest, os.path.getsize(log) if os.path.exists(log) else 0)
        time.sleep(0.1)
    print(f"{seconds - (end - time.time()):5.0f} s  {os.path.getsize(log) / 2**20:6.1f} MiB  {counts}", flush=True)
print(f"largest {largest / 2**20:.1f} MiB")
sys.exit(largest > BOUND)

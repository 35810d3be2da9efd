#!/usr/bin/env python3
"""Measures the doors of a Roomnight that it starts itself, next to nginx serving the same bytes in the same run.

Prints requests a second and ratios; never fails because of a figure. Needs wrk and nginx; for --database postgres also
the PostgreSQL server programs. Only loopback addresses are used, and only processes started here are ended.
"""

import argparse
import concurrent.futures
import itertools
import json
import os
import pathlib
import random
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import peers
from client import Client

MAX_HEADER_OCTETS = 1_000

ROOT = pathlib.Path(__file__).resolve().parent.parent


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bookings", default="100,1000,10000", help="sizes of the calendars, comma separated")
    parser.add_argument("--database", choices=["sqlite", "postgres"], default="sqlite")
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--warm-up", type=int, default=90, help="seconds that warming up takes at most, for each line")
    parser.add_argument("--connections", type=int, default=16)
    parser.add_argument("--only", default="start,feed,sale,caldav,memory")
    parser.add_argument("--port", type=int, default=18443)
    return parser.parse_args()


class Server:
    """A Roomnight of our own, with its data in a temporary folder."""

    def __init__(self, options, folder, database_url):
        self.folder = pathlib.Path(folder)
        self.base = f"http://127.0.0.1:{options.port}"
        self.environment = {
            **os.environ,
            "ROOMNIGHT_PORT": str(options.port),
            "ROOMNIGHT_ADDRESS": "127.0.0.1",
            "ROOMNIGHT_DATA_DIR": str(self.folder / "data"),
            "ROOMNIGHT_KEY_FILE": str(self.folder / "keys" / "roomnight.keys"),
            "ROOMNIGHT_PUBLIC_URL": self.base,
        }
        if database_url:
            self.environment |= database_url
        self.process = None

    def command(self, *words):
        done = subprocess.run(
            [ROOT / "roomnight", *words], env=self.environment, capture_output=True, text=True, check=True)
        return done.stdout

    def start(self):
        """Starts the server and answers how many seconds the first good answer took."""
        log = open(self.folder / "server.log", "ab")
        begun = time.monotonic()
        self.process = subprocess.Popen(
            [ROOT / "roomnight", "serve"], env=self.environment, stdout=log, stderr=log, start_new_session=True)
        while time.monotonic() - begun < 90:
            if self.process.poll() is not None:
                raise SystemExit(f"The server ended by itself; see {log.name}")
            try:
                if Client(self.base).send("GET", "/actuator/health/readiness").status == 200:
                    return time.monotonic() - begun
            except OSError:
                time.sleep(0.005)
        raise SystemExit("The server did not answer within 90 seconds")

    def memory(self):
        """Resident memory of the server in MiB."""
        for line in open(f"/proc/{self.process.pid}/status"):
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
        return 0

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(40)


class Platform:
    """What a travel platform does: token, property, rooms, bookings, connection."""

    def __init__(self, server):
        self.server = server
        account = words(server.command("account", "create", "Bench"))
        client = words(server.command("client", "create", "--account", first_uuid(account), "--name", "bench"))
        self.client_id, self.secret = client_pair(client)
        self.token = None

    def log_in(self):
        answer = Client(self.server.base).form(
            "/oauth2/token", {"grant_type": "client_credentials"}, basic=(self.client_id, self.secret))
        self.token = answer.json()["access_token"]

    def api(self):
        return Client(self.server.base, bearer=self.token)

    def property(self, rooms, quantity):
        house = House(self, str(uuid.uuid4()), [str(uuid.uuid4()) for _ in range(rooms)])
        api = self.api()
        api.put_json(house.path + "/property", {"name": "Bench House", "timeZone": "Europe/Lisbon"})
        for number, room in enumerate(house.rooms):
            api.put_json(f"{house.path}/guest-room/{room}", {"name": f"Room {number + 1}", "quantity": quantity})
        return house


class House:
    def __init__(self, platform, identifier, rooms):
        self.platform = platform
        self.path = f"/api/managing-entity/{identifier}/extranet"
        self.rooms = rooms

    def push(self, count, seed=1):
        """Records bookings of up to a week, spread over five years and all rooms."""
        chance = random.Random(seed)
        numbers = [(chance.choice(self.rooms), chance.randrange(1800), chance.randrange(1, 8)) for _ in range(count)]
        day = 86400
        start = 1798761600  # 2027-01-01

        def one(api, item):
            room, offset, nights = item
            arrival = time.strftime("%Y-%m-%d", time.gmtime(start + offset * day))
            departure = time.strftime("%Y-%m-%d", time.gmtime(start + (offset + nights) * day))
            api.put_json(f"{self.path}/booking/{uuid.uuid4()}", {
                "bookingCode": f"WNK-{chance.randrange(10**6)}", "firstName": "Robin", "lastName": "Sample",
                "salesChannelName": "Direct", "specialRequests": "late arrival",
                "roomStays": [{"guestRoomIdentifier": room, "startDate": arrival, "endDate": departure,
                               "adults": 2, "children": 1, "quantity": 1}]})

        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            def part(items):
                api = self.platform.api()
                for item in items:
                    one(api, item)
            list(pool.map(part, [numbers[i::8] for i in range(8)]))

    def connection(self):
        return self.platform.api().send("POST", self.path + "/caldav/auth/regen").json()


def words(text):
    return text.replace("=", " ").replace(":", " ").split()


def first_uuid(tokens):
    for token in tokens:
        try:
            return str(uuid.UUID(token))
        except ValueError:
            continue
    raise SystemExit(f"no identifier in {tokens}")


def client_pair(tokens):
    """The command prints a client id and, once, its secret: the two longest words without blanks."""
    lowered = [token.lower() for token in tokens]
    identifier = tokens[lowered.index("id") + 1]
    secret = tokens[lowered.index("secret") + 1]
    return identifier, secret


def wrk(options, script, url, **environment):
    """One run of wrk; answers the script's own summary."""
    done = subprocess.run(
        ["wrk", "-t2", f"-c{options.connections}", f"-d{options.seconds}s", "-s",
         str(pathlib.Path(__file__).parent / script), url],
        env={**os.environ, **{key: value for key, value in environment.items() if value}},
        capture_output=True, text=True, check=True)
    summary = next(line for line in done.stdout.splitlines() if line.startswith("@@"))
    return json.loads(summary[2:])


def rate(result):
    return result["requests"] / result["micros"] * 1e6


def warm_up(options, run):
    """Runs until the rate has stopped rising for two runs; answers the seconds that it took."""
    begun, best, without_gain = time.monotonic(), 0, 0
    while without_gain < 2 and time.monotonic() - begun < options.warm_up:
        now = run()
        without_gain = 0 if now > best * 1.05 else without_gain + 1
        best = max(best, now)
    return time.monotonic() - begun


def poll(options, url, size, **environment):
    """One run against one address, where every answer has so many octets of content."""
    result = wrk(options, "poll.lua", url, **environment)
    each = result["bytes"] / result["requests"]
    if result["failed"] or not size <= each <= size * 1.02 + MAX_HEADER_OCTETS:  # the last answers are cut off
        print(f"  careful: {result['failed']} failed answers and {each:.0f} octets each from {url}")
    return rate(result)


def paired(options, ours, theirs):
    """Runs ours and the peer's in turn; answers medians a second and the median of the ratios."""
    pairs = [(ours(), theirs()) for _ in range(options.repeat)]
    return [statistics.median(column) for column in zip(*((mine, other, mine / other) for mine, other in pairs))]


def bench_feed(options, platform, folder):
    print(f"\n{'feed':34}{'roomnight/s':>13}{'nginx/s':>12}{'ratio':>8}{'bar':>7}")
    for size in [int(text) for text in options.bookings.split(",")]:
        house = platform.property(rooms=20, quantity=50)
        house.push(size)
        connection = house.connection()
        basic = (connection["hotelIdentifier"], connection["passkey"])
        reader = Client(platform.server.base, basic=basic)
        path = connection["url"][len(platform.server.base):]
        plain = reader.send("GET", path)
        packed = reader.send("GET", path, headers={"Accept-Encoding": "gzip"})
        assert plain.body.count(b"BEGIN:VEVENT") == size, "the calendar is not complete"
        with peers.Nginx(folder, basic, plain.body, packed.body) as nginx:
            ours = platform.server.base + path
            auth = reader.authorization()
            tags = {ours: plain.header("ETag"), nginx.plain: nginx.etag(auth)}
            rows = [
                ("304", nginx.plain, 0, {"ETAG": tags}, "0.50"),
                (f"gzip ({len(packed.body) // 1024} KB)", nginx.packed, len(packed.body), {"ENCODING": "gzip"}, "0.45"),
                (f"identity ({len(plain.body) // 1024} KB)", nginx.plain, len(plain.body), {}, "0.60"),
            ]
            for name, theirs, octets, headers, bar in rows:
                def run(url):
                    own = {key: value[url] if key == "ETAG" else value for key, value in headers.items()}
                    return poll(options, url, octets, AUTH=auth, **own)

                warm = warm_up(options, lambda: run(ours))
                mine, other, ratio = paired(options, lambda: run(ours), lambda: run(theirs))
                print(f"{size:>7} bookings, {name:18}{mine:13,.0f}{other:12,.0f}{ratio:8.2f}{bar:>7}"
                      f"   warm after {warm:.0f} s")


PROP = '<d:propfind xmlns:d="DAV:" xmlns:cs="http://calendarserver.org/ns/"><d:prop>%s</d:prop></d:propfind>'
QUERY = """<c:calendar-query xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns:d="DAV:"><d:prop><d:getetag/><c:calendar-data/>
</d:prop><c:filter><c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT"><c:time-range start="%s" end="%s"/>
</c:comp-filter></c:comp-filter></c:filter></c:calendar-query>"""
MULTIGET = """<c:calendar-multiget xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns:d="DAV:"><d:prop><d:getetag/>
<c:calendar-data/></d:prop>%s</c:calendar-multiget>"""
SYNC = """<d:sync-collection xmlns:d="DAV:"><d:sync-token>%s</d:sync-token><d:sync-level>1</d:sync-level><d:prop>
<d:getetag/></d:prop></d:sync-collection>"""
ENTRY = "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//bench//bench//EN", "BEGIN:VEVENT", "UID:UIDHERE",
                     "DTSTAMP:20270101T000000Z", "DTSTART;VALUE=DATE:20350301", "SUMMARY:Bench", "END:VEVENT",
                     "END:VCALENDAR", ""])


def hrefs_in(answer):
    return [href for href in re.findall(r"<D:href>([^<]*)</D:href>", answer.body.decode()) if href.endswith(".ics")]


def token_in(answer):
    return re.search(r"<D:sync-token>([^<]*)</D:sync-token>", answer.body.decode()).group(1)


def window_of(size):
    """Days from 2028-06-01 on that some thirty of so many stays touch, spread over five years and four nights long."""
    return max(1, round(30 * 1800 / size) - 4)


def bench_caldav(options, platform, folder):
    print(f"\n{'CalDAV':36}{'after a change':>15}{'unasked/s':>11}{'repeated/s':>12}{'p99 ms':>8}{'bar':>8}")
    rates = {}
    for size in [int(text) for text in options.bookings.split(",")]:
        for number, row in enumerate(caldav_rows(platform, size)):
            measure_caldav(options, platform, folder, size, f"{size}-{number}", row, rates)
    print(f"\n{'growth':36}{'unasked':>15}{'repeated':>12}   rate at the smallest by rate at the largest calendar")
    for name, found in rates.items():
        unasked, repeated = (growth([rates_of[column] for rates_of in found]) for column in (0, 1))
        print(f"{name:36}{unasked:>15}{repeated:>12}")


def growth(rates):
    return f"{rates[0] / rates[-1]:.2f}" if rates[-1] else ""


class CalDavRow:
    """A request that calendar programs make, and the house of which they make it."""

    def __init__(self, house, connection, name, method, path, body, depth, bar):
        self.house, self.connection = house, connection
        self.name, self.method, self.path, self.body, self.depth, self.bar = name, method, path, body, depth, bar

    @property
    def puts_new(self):
        return self.method == "PUT" and self.path.endswith("/")

    def path_of(self, run, reader):
        """Each run puts into a calendar of its own, as no calendar takes more than 20,000 entries."""
        if "staff-%d" in self.path:
            copied = reader.send("COPY", self.path.replace("-%d", ""), None, {"Destination": self.path % run})
            assert copied.status == 201, copied.body
        return self.path % (run % 20 + 1 if "room" in self.path else run) if "%d" in self.path else self.path


def caldav_rows(platform, size):
    house = platform.property(rooms=20, quantity=50)
    house.push(size)
    connection = house.connection()
    hotel = connection["hotelIdentifier"]
    reader = Client(platform.server.base, basic=(hotel, connection["passkey"]))
    home = f"/dav/calendars/{hotel}/"
    bookings = home + "bookings/"

    def dav(method, path, body, depth="0"):
        return reader.send(method, path, body, {"Content-Type": "application/xml", "Depth": depth})

    listing = PROP % "<d:getetag/>"
    hrefs = hrefs_in(dav("PROPFIND", bookings, listing, "1"))
    assert len(hrefs) == size, "the listing is not complete"
    token = token_in(dav("REPORT", bookings, SYNC % ""))
    house.push(1, seed=2)
    end = time.strftime("%Y%m%dT000000Z", time.gmtime(1843430400 + window_of(size) * 86400))
    reader = Client(platform.server.base, basic=(hotel, connection["passkey"]))  # the old one may have been idle for too long
    made = reader.send("MKCALENDAR", home + "staff/")
    assert made.status == 201, made.body
    for number in range(size):  # so that a PUT meets a calendar of that size
        put = reader.send("PUT", f"{home}staff/there-{number}.ics", ENTRY.replace("UIDHERE", f"there-{number}"),
                          {"Content-Type": "text/calendar"})
        assert put.status == 201, put.body
    fifty = "".join(f"<d:href>{href}</d:href>" for href in hrefs[:50])
    rows = [
        ("PROPFIND 0, ctag and token", "PROPFIND", bookings, PROP % "<cs:getctag/><d:sync-token/>", "0", "15,000"),
        ("PROPFIND 1, etags", "PROPFIND", bookings, listing, "1", "2,500"),
        ("query, about 30 hits with data", "REPORT", bookings, QUERY % ("20280601T000000Z", end), "1", "5,000"),
        ("multiget, 50", "REPORT", bookings, MULTIGET % fifty, "1", "5,000"),
        ("sync, 1 change", "REPORT", bookings, SYNC % token, "0", "12,000"),
        ("PUT, new", "PUT", home + "staff-%d/", ENTRY, None, "3,000"),
        ("PUT, over what is there", "PUT", home + "staff/one.ics", ENTRY, None, "3,000"),
        ("PUT, new, blocks a night", "PUT", home + "room-%d/", ENTRY, None, "-"),
    ]
    return [CalDavRow(house, connection, *row) for row in rows]


def measure_caldav(options, platform, folder, size, label, row, rates):
    reader = Client(platform.server.base, basic=(row.connection["hotelIdentifier"], row.connection["passkey"]))
    file = pathlib.Path(folder) / f"dav-{label}"
    file.write_text(row.body)
    runs = []

    def run(fresh=None):
        path = row.path_of(len(runs), Client(reader.base, basic=reader.basic))
        result = wrk(
            options, "dav.lua", platform.server.base + path, AUTH=reader.authorization(), METHOD=row.method,
            BODY=str(file), DEPTH=row.depth, PUT="new" if row.puts_new else None, FRESH=fresh,
            RUN=f"{label}-{len(runs)}")
        runs.append(result)
        if result["failed"]:
            print(f"  careful: {result['failed']} failed answers to {row.name}")
        return rate(result)

    asks = row.method != "PUT"
    first = f"{asked_first(reader, row):.2f} ms" if asks else ""
    unasked = 0
    if asks:
        warm_up(options, lambda: run("yes"))
        unasked = statistics.median(run("yes") for _ in range(options.repeat))
    warm_up(options, run)
    repeated = statistics.median(run() for _ in range(options.repeat))
    rates.setdefault(row.name, []).append((unasked, repeated))
    print(f"{size:>7}, {row.name:27}{first:>15}{f'{unasked:,.0f}' if asks else '':>11}{repeated:12,.0f}"
          f"{runs[-1]['p99'] / 1000:8.1f}{row.bar:>8}", flush=True)


def asked_first(reader, row):
    """Milliseconds of an answer that is not in memory: each time after a change, the median of some."""
    times = []
    for attempt in range(9):
        row.house.push(1, seed=100 + attempt)
        begun = time.perf_counter()
        answer = reader.send(row.method, row.path, row.body, {"Content-Type": "application/xml", "Depth": row.depth})
        times.append((time.perf_counter() - begun) * 1000)
        assert answer.status == 207, answer.body
    return statistics.median(times)


def decisions_of(result):
    return (result["sold"] + result["refused"]) / result["micros"] * 1e6


def bench_sale(options, platform):
    print(f"\n{'sale':34}{'decisions/s':>13}{'sold/s':>12}{'p50 ms':>8}{'p99 ms':>8}{'bar':>8}")
    runs = [("spread over 20 room types", 20, 50, 1500, "2,500"), ("one hot unit", 1, 1, 365, "1,000")]
    for name, rooms, quantity, days, bar in runs:
        house = platform.property(rooms, quantity)
        seeds = itertools.count(1, 1000)

        def sell():
            result = wrk(
                options, "sale.lua", platform.server.base, TOKEN=platform.token, PATH_PREFIX=house.path,
                ROOMS=",".join(house.rooms), DAYS=str(days), SEED=str(next(seeds)))
            if result["other"]:
                print(f"  careful: {result['other']} answers were neither 201 nor 409")
            return result

        first = sell()
        warm = warm_up(options, lambda: decisions_of(sell()))
        counted = [sell() for _ in range(options.repeat)]
        decisions = statistics.median(decisions_of(r) for r in counted)
        sold = statistics.median(r["sold"] / r["micros"] * 1e6 for r in counted)
        p50 = statistics.median(r["p50"] for r in counted) / 1000
        p99 = statistics.median(r["p99"] for r in counted) / 1000
        print(f"{name:34}{decisions:13,.0f}{sold:12,.0f}{p50:8.1f}{p99:8.1f}{bar:>8}"
              f"   warm after {warm:.0f} s; {decisions_of(first):,.0f}/s in the first {options.seconds} s")


def main():
    options = arguments()
    for program in ("wrk", "nginx"):
        if not shutil.which(program):
            raise SystemExit(f"{program} is needed and not on the PATH")
    only = set(options.only.split(","))
    folder = tempfile.mkdtemp(prefix="roomnight-bench-")
    os.chmod(folder, 0o755)
    with peers.database(options.database, folder) as url:
        server = Server(options, folder, url)
        try:
            platform = Platform(server)
            first = server.start()
            if "start" in only:
                times = [first]
                for _ in range(options.repeat):
                    server.stop()
                    times.append(server.start())
                print(f"start to first good answer: median {statistics.median(times[1:]):.2f} s (bar 2)")
            time.sleep(15)
            print(f"resident memory when idle: {server.memory():.0f} MiB (bar 200)")
            platform.log_in()
            if "sale" in only:
                bench_sale(options, platform)
            if "feed" in only:
                bench_feed(options, platform, folder)
            if "caldav" in only:
                bench_caldav(options, platform, folder)
            print(f"\nresident memory after the load: {server.memory():.0f} MiB")
        finally:
            server.stop()
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()

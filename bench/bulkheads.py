#!/usr/bin/env python3
"""How long a quiet account waits while others ask much of the same server: p50, p99 and maximum, load by load.

Prints a table; never fails because of a figure. Starts the server itself; with --database postgres, which needs the
PostgreSQL server programs, the database is also taken away, both ways. Only loopback addresses are used, and only
processes started here are ended.
"""

import argparse
import contextlib
import json
import multiprocessing
import os
import pathlib
import random
import resource
import select
import shutil
import socket
import sys
import tempfile
import threading
import time
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import doors
import peers
from client import Client

PAUSE = 0.03
PATIENCE = 30
PROXY_PORT = 18433
HOLDERS = 200

SEARCH = """<C:calendar-query xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns:D="DAV:"><D:prop><D:getetag/></D:prop>
<C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VTODO"><C:prop-filter name="SUMMARY">
<C:text-match>{}</C:text-match></C:prop-filter></C:comp-filter></C:comp-filter></C:filter></C:calendar-query>"""

LISTING = "<D:propfind xmlns:D=\"DAV:\"><D:prop><D:displayname/></D:prop></D:propfind>"


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=10, help="of each load")
    parser.add_argument("--database", choices=["sqlite", "postgres"], default="sqlite")
    parser.add_argument("--objects", type=int, default=600, help="in the calendar that is searched and copied")
    parser.add_argument("--kibibytes", type=int, default=100, help="of each of them")
    parser.add_argument("--bookings", type=int, default=1000, help="of the house whose list is read")
    parser.add_argument("--only", default="", help="loads whose name holds one of these words, comma separated")
    parser.add_argument("--port", type=int, default=18453)
    return parser.parse_args()


class Party:
    """An account with a house and what is needed to speak for it."""

    def __init__(self, server, quantity):
        self.base = server.base
        self.platform = doors.Platform(server)
        self.make = lambda: self.platform.property(1, quantity)

    def move_in(self):
        self.platform.log_in()
        self.house = self.make()
        connection = self.house.connection()
        self.basic = (connection["hotelIdentifier"], connection["passkey"])
        self.feed = f"/api/cal/property/{self.basic[0]}/booking/list"
        self.home = f"/dav/calendars/{self.basic[0]}/"

    def api(self):
        return Client(self.base, bearer=self.platform.token)

    def dav(self):
        return Client(self.base, basic=self.basic)


def calendar(component, lines):
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//bench", f"BEGIN:{component}", *lines,
                        f"END:{component}", "END:VCALENDAR", ""])


def fill(party, options):
    """Makes the calendar whose search is dear."""
    dav = party.dav()
    expect(dav.send("MKCALENDAR", party.home + "big/"), 201)
    for number in range(options.objects):
        lines = [f"UID:{number}", "DTSTAMP:20270101T000000Z", f"SUMMARY:{number}"]
        lines += [f"X-P{line}:{'y' * 1000}" for line in range(options.kibibytes)]
        expect(dav.send("PUT", f"{party.home}big/{number}.ics", calendar("VTODO", lines), ICS), 201)


ICS = {"Content-Type": "text/calendar"}
XML = {"Content-Type": "application/xml"}


def expect(answer, status):
    if answer.status != status:
        raise SystemExit(f"answered {answer.status} instead of {status}: {answer.body[:300]}")


# What others ask. Each runs in a process of its own until it is told to stop.


def search(stop, party):
    forever(stop, party.dav, lambda client: client.send(
        "REPORT", party.home + "big/", SEARCH.format(uuid.uuid4()), {**XML, "Depth": "1"}))


def read_list(stop, party):
    path = party.house.path + "/booking/list?startDate=2027-01-01&endDate=2028-01-01&size=200"
    forever(stop, party.api, lambda client: client.send("GET", path))


def copy(stop, party):
    def once(client):
        target = f"{party.home}copy-{uuid.uuid4()}/"
        client.send("COPY", party.home + "big/", None, {"Destination": party.base + target})
        client.send("DELETE", target)
    forever(stop, party.dav, once)


def recur(stop, party):
    def once(client):
        name = uuid.uuid4()
        path = f"{party.home}room-1/{name}.ics"
        lines = [f"UID:{name}", "DTSTAMP:20270101T000000Z", "DTSTART;VALUE=DATE:20270101",
                 "DTEND;VALUE=DATE:20270102", "RRULE:FREQ=DAILY;INTERVAL=2", "SUMMARY:closed"]
        client.send("PUT", path, calendar("VEVENT", lines), ICS)
        client.send("DELETE", path)
    forever(stop, party.dav, once)


def forever(stop, connect, ask):
    client = connect()
    while not stop.is_set():
        try:
            ask(client)
        except OSError:
            client = connect()


def hold(stop, base, count, first):
    """Holds so many connections from many addresses; those that are closed are opened again."""
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(most, count + 500), most))
    port = int(base.rsplit(":", 1)[1])
    held = {}
    while not stop.is_set():
        for number in range(count):
            if number not in held and not stop.is_set():
                with contextlib.suppress(OSError):
                    held[number] = connected(port, number, first)
        for number, opened in list(held.items()):
            with contextlib.suppress(BlockingIOError):
                try:
                    opened.send(first[-1:])
                    if opened.recv(500) != b"":
                        continue
                except BlockingIOError:
                    continue
                except OSError:
                    pass
                held.pop(number).close()
        stop.wait(2)


def connected(port, number, first):
    opened = socket.socket()
    opened.settimeout(1)
    opened.bind((f"127.0.1.{1 + number % HOLDERS}", 0))
    opened.connect(("127.0.0.1", port))
    opened.setblocking(False)
    opened.send(first)
    return opened


HEAD = b"GET / HTTP/1.1\r\nHost: x\r\nX: a"


class Proxy:
    """Between the server and its database: passes, refuses, or swallows."""

    def __init__(self, target):
        self.target = target
        self.mode = multiprocessing.Value("i", 0)
        self.process = multiprocessing.Process(target=self.run, daemon=True)
        self.process.start()

    def run(self):
        listening = socket.create_server(("127.0.0.1", PROXY_PORT))
        peer = {}
        while True:
            for ready in select.select([listening, *peer], [], [], 0.05)[0]:
                if ready is listening:
                    came = listening.accept()[0]
                    if self.mode.value == 1:
                        came.close()
                    else:
                        other = socket.create_connection(("127.0.0.1", self.target))
                        peer[came], peer[other] = other, came
                elif ready in peer:
                    self.pass_on(ready, peer)
            if self.mode.value == 1:
                for opened in list(peer):
                    opened.close()
                peer.clear()

    def pass_on(self, ready, peer):
        try:
            octets = ready.recv(65536)
            if octets and self.mode.value != 2:
                peer[ready].sendall(octets)
        except OSError:
            octets = b""
        if not octets:
            other = peer.pop(ready)
            peer.pop(other, None)
            ready.close()
            other.close()

    @contextlib.contextmanager
    def away(self, mode):
        self.mode.value = mode
        try:
            yield
        finally:
            self.mode.value = 0
            time.sleep(5)


# What the quiet account does meanwhile.


def liveness(party, _):
    return Client(party.base), lambda client: client.send("GET", "/actuator/health/liveness")


def feed(party, _):
    return party.dav(), lambda client: client.send("GET", party.feed)


def dav_poll(party, _):
    return party.dav(), lambda client: client.send("PROPFIND", party.home, LISTING, {**XML, "Depth": "1"})


def sale(party, chance):
    def sell(client):
        day = f"{chance.randrange(2030, 2090)}-{chance.randrange(1, 13):02}-"
        start = chance.randrange(1, 27)
        stay = {"guestRoomIdentifier": party.house.rooms[0], "startDate": f"{day}{start:02}",
                "endDate": f"{day}{start + 1:02}"}
        return client.send("POST", party.house.path + "/booking", json.dumps({"roomStays": [stay]}),
                           {"Content-Type": "application/json"})
    return party.api(), sell


PROBES = {"liveness": liveness, "feed poll": feed, "sale": sale, "CalDAV poll": dav_poll}


def probe(kind, party, end, times, failures):
    """Every request on a connection of its own: getting one is part of being served."""
    chance = random.Random(1)
    while time.monotonic() < end:
        begun = time.monotonic()
        try:
            client, ask = PROBES[kind](party, chance)
            client.connection.timeout = PATIENCE
            status = ask(client).status
            client.connection.close()
        except OSError as failure:
            status = type(failure).__name__
        times.append((time.monotonic() - begun) * 1000)
        if status not in (200, 201, 207):
            failures[status] = failures.get(status, 0) + 1
        time.sleep(PAUSE)


def measure(name, party, seconds):
    end = time.monotonic() + seconds
    found = {kind: ([], {}) for kind in PROBES}
    threads = [threading.Thread(target=probe, args=(kind, party, end, *of)) for kind, of in found.items()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for kind, (times, failures) in found.items():
        times.sort()
        p99 = times[min(len(times) - 1, int(len(times) * 0.99))]
        print(f"| {name} | {kind} | {len(times)} | {times[len(times) // 2]:.0f} | {p99:.0f} | {times[-1]:.0f} "
              f"| {failures or ''} |", flush=True)


@contextlib.contextmanager
def asking(count, what, *of):
    stop = multiprocessing.Event()
    processes = [multiprocessing.Process(target=what, args=(stop, *of), daemon=True) for _ in range(count)]
    for process in processes:
        process.start()
    time.sleep(2)
    try:
        yield
    finally:
        stop.set()
        for process in processes:
            process.join(5)
            process.kill()


def loads(loud, proxy):
    yield "idle", contextlib.nullcontext
    for count in (2, 4, 8):
        yield f"{count} dear searches", lambda count=count: asking(count, search, loud)
    for count in (8, 32):
        yield f"{count} list readers", lambda count=count: asking(count, read_list, loud)
    yield "1,000 slow heads", lambda: asking(1, hold, loud.base, 1000, HEAD)
    yield "10,051 idle connections", lambda: asking(1, hold, loud.base, 10_051, HEAD)
    yield "calendar copies", lambda: asking(2, copy, loud)
    yield "recurring blocks", lambda: asking(4, recur, loud)
    if proxy:
        yield "database refuses", lambda: proxy.away(1)
        yield "database is a black hole", lambda: proxy.away(2)


def wanted(name, only):
    return not only or any(word and word in name for word in only.split(","))


def main():
    options = arguments()
    multiprocessing.set_start_method("fork")
    folder = tempfile.mkdtemp(prefix="roomnight-bulkheads-")
    os.chmod(folder, 0o755)
    with peers.database(options.database, folder) as url:
        proxy = None
        if options.database == "postgres":
            proxy = Proxy(peers.POSTGRES_PORT)
            url = {**url, "ROOMNIGHT_DATABASE_URL": f"postgresql://127.0.0.1:{PROXY_PORT}/bench"}
        server = doors.Server(options, folder, url)
        try:
            quiet, loud = Party(server, 40), Party(server, 200)
            server.start()
            for party in (quiet, loud):
                party.move_in()
            loud.house.push(options.bookings)
            quiet.house.push(100)
            fill(loud, options)
            print("| load | request | n | p50 ms | p99 ms | max ms | other answers |\n|---|---|---|---|---|---|---|")
            for name, begin in loads(loud, proxy):
                if wanted(name, options.only):
                    with begin():
                        measure(name, quiet, options.seconds)
        finally:
            server.stop()
            if proxy:
                proxy.process.kill()
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()

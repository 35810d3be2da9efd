#!/usr/bin/env python3
"""How much memory a server with a small heap takes while one passkey does its worst.

16,000 different CalDAV questions, each of which the cache of answers would keep; then WebDAV properties as large as they may
be, copied with their calendar, and asked for. Prints a table; never fails because of a figure. Starts the server itself on a
loopback address, and ends only what it started.
"""

import argparse
import collections
import multiprocessing
import os
import pathlib
import shutil
import sys
import tempfile
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import doors
from bulkheads import LISTING, XML, Party, expect
from client import Client

ASKERS = 4
COPIES = 60
PROPERTIES = 99
PROPERTY_OCTETS = 60_000
AT_ONCE = 4

QUESTION = "<D:propfind xmlns:D=\"DAV:\"><!-- {} --><D:prop><D:getetag/></D:prop></D:propfind>"
MULTIGET = "<C:calendar-multiget xmlns:C=\"urn:ietf:params:xml:ns:caldav\" xmlns:D=\"DAV:\"><D:prop><D:getetag/></D:prop>{}" \
    "</C:calendar-multiget>"


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--heaps", default="128,256", help="in MiB, comma separated")
    parser.add_argument("--questions", type=int, default=16_000)
    parser.add_argument("--header-octets", type=int, default=7_000)
    parser.add_argument("--body-octets", type=int, default=60_000)
    parser.add_argument("--hrefs", type=int, default=300, help="that one multiget asks for")
    parser.add_argument("--port", type=int, default=18473)
    return parser.parse_args()


def long_header(client, party, options):
    tag = f"\"{uuid.uuid4()}{'x' * options.header_octets}\""
    return client.send("PROPFIND", party.home + "bookings/", LISTING, {**XML, "Depth": "0", "If-None-Match": tag})


def long_body(client, party, options):
    body = QUESTION.format(f"{uuid.uuid4()} {'x' * options.body_octets}")
    return client.send("PROPFIND", party.home + "bookings/", body, {**XML, "Depth": "0"})


def long_answer(client, party, options):
    hrefs = "".join(f"<D:href>{party.home}bookings/{uuid.uuid4()}{'x' * 150}.ics</D:href>" for _ in range(options.hrefs))
    return client.send("REPORT", party.home + "bookings/", MULTIGET.format(hrefs), {**XML, "Depth": "1"})


def long_path(client, party, _):
    name = f"{uuid.uuid4()}{'x' * 200}"
    return client.send("PROPFIND", f"{party.home}{name}/{name}", LISTING, {**XML, "Depth": "0"})


QUESTIONS = [long_header, long_body, long_answer, long_path]


def ask(count, party, options, answers):
    client = party.dav()
    found = collections.Counter()
    for number in range(count):
        question = QUESTIONS[number % len(QUESTIONS)]
        try:
            found[question.__name__, question(client, party, options).status] += 1
        except OSError as failure:
            found[question.__name__, type(failure).__name__] += 1
            client = party.dav()
    answers.put(found)


def ask_all(party, options):
    answers = multiprocessing.Queue()
    askers = [multiprocessing.Process(target=ask, args=(options.questions // ASKERS, party, options, answers))
              for _ in range(ASKERS)]
    for asker in askers:
        asker.start()
    found = sum((answers.get() for _ in askers), collections.Counter())
    for asker in askers:
        asker.join()
    return found


def large_properties(party, _):
    """As many as the quotas let in, then what every calendar program asks, and one of the properties by its name."""
    dav = party.dav()
    found = collections.Counter()
    expect(dav.send("MKCALENDAR", party.home + "fat/"), 201)
    for first in range(0, PROPERTIES, AT_ONCE):
        each = "".join(f"<x:p{first + k} xmlns:x=\"urn:x\">{'y' * PROPERTY_OCTETS}</x:p{first + k}>" for k in range(AT_ONCE))
        body = f"<D:propertyupdate xmlns:D=\"DAV:\"><D:set><D:prop>{each}</D:prop></D:set></D:propertyupdate>"
        answer = dav.send("PROPPATCH", party.home + "fat/", body, XML)
        found["PROPPATCH", 507 if b"507" in answer.body else answer.status] += 1
    for number in range(COPIES):
        target = f"{party.base}{party.home}fat-{number}/"
        found["COPY", dav.send("COPY", party.home + "fat/", None, {"Destination": target, "Depth": "0"}).status] += 1
    wanted = "<D:propfind xmlns:D=\"DAV:\"><D:prop><x:p1 xmlns:x=\"urn:x\"/></D:prop></D:propfind>"
    for body in (LISTING, wanted, "<D:propfind xmlns:D=\"DAV:\"><D:allprop/></D:propfind>"):
        found["PROPFIND", dav.send("PROPFIND", party.home, body, {**XML, "Depth": "1"}).status] += 1
    return found


def lives(server):
    try:
        return Client(server.base).send("GET", "/actuator/health/liveness").status == 200
    except OSError:
        return False


def out_of_memory(server):
    return (server.folder / "server.log").read_text(errors="replace").count("OutOfMemoryError")


def measure(heap, options):
    folder = tempfile.mkdtemp(prefix="roomnight-memory-")
    os.chmod(folder, 0o755)
    server = doors.Server(options, folder, None)
    try:
        party = Party(server, 10)
        server.environment["ROOMNIGHT_JAVA_OPTS"] = f"-Xmx{heap}m"
        server.start()
        party.move_in()
        party.house.push(50)
        row(heap, "idle", server, {})
        row(heap, f"{options.questions:,} different questions", server, ask_all(party, options))
        row(heap, "large properties", server, large_properties(party, options))
        row(heap, f"{options.questions:,} more questions", server, ask_all(party, options))
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


def row(heap, name, server, answers):
    shown = ", ".join(f"{what} {status}: {count}" for (what, status), count in sorted(answers.items(), key=str))
    print(f"| {heap} | {name} | {server.memory():.0f} | {out_of_memory(server)} | {'yes' if lives(server) else 'NO'} "
          f"| {shown} |", flush=True)


def main():
    options = arguments()
    multiprocessing.set_start_method("fork")
    print("| heap MiB | after | RSS MiB | out of memory | lives | answers |\n|---|---|---|---|---|---|")
    for heap in options.heaps.split(","):
        measure(int(heap), options)


if __name__ == "__main__":
    main()

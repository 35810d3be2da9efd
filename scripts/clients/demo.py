"""A running demo as its JSON API shows it: what the scripts beside this file compare a calendar program with."""

import base64
import contextlib
import json
import time
import urllib.request
from datetime import date, timedelta

DEADLINE_SECONDS = 120
ANSWER_SECONDS = 30


class Wrong(Exception):
    """The program and the server do not agree."""


class Demo:
    """What `./roomnight demo --info FILE` wrote, and the questions to the JSON API."""

    def __init__(self, info_file):
        with open(info_file, encoding="utf-8") as file:
            info = json.load(file)
        self.url = info["url"]
        self.username = info["hotelIdentifier"]
        self.passkey = info["passkey"]
        self._house = f"{self.url}/api/managing-entity/{info['managingEntityIdentifier']}/extranet"
        self._token = self._new_token(info["clientId"], info["clientSecret"])
        self.room_types = [room["name"] for room in self._get("/guest-room/list")["items"]]

    def stays(self, first, until, room_type=None):
        """(guest, arrival, departure) of whoever sleeps there in a night of the days first..until, sorted."""
        answer = self._get(f"/booking/list?startDate={first}&endDate={until}&size=200")
        if answer["cursor"]:
            raise Wrong("more than 200 bookings: ask for fewer days")
        return sorted(
            (f"{booking['firstName']} {booking['lastName']}", stay["startDate"], stay["endDate"])
            for booking in answer["items"]
            if not booking["cancelled"]
            for stay in booking["roomStays"]
            if room_type in (None, stay["guestRoomName"])
        )

    def available(self, room_type, first, nights):
        """How many units of a room type can be sold, night by night."""
        rooms = self._get(f"/availability?startDate={first}&endDate={first + timedelta(days=nights)}")["guestRooms"]
        nights_of = {room["guestRoomName"]: room["nights"] for room in rooms}
        return [night["available"] for night in nights_of[room_type]]

    def free_nights(self, room_type, nights):
        """The first run of nights from tomorrow in which a unit of the room type is free."""
        tomorrow = date.today() + timedelta(days=1)
        free = self.available(room_type, tomorrow, 80)
        for first in range(len(free) - nights + 1):
            if all(units > 0 for units in free[first : first + nights]):
                return tomorrow + timedelta(days=first)
        raise Wrong(f"the demo has no {nights} free nights in a row in {room_type}")

    def sell(self, room_type, arrival, guest):
        """Books one night; returns the booking's identifier."""
        first, last = guest.split()
        departure = arrival + timedelta(days=1)
        stay = {"guestRoomName": room_type, "startDate": f"{arrival}", "endDate": f"{departure}"}
        booking = {"firstName": first, "lastName": last, "roomStays": [stay]}
        return self._ask("POST", "/booking", booking)["bookingIdentifier"]

    def cancel(self, booking):
        self._ask("PATCH", f"/booking/{booking}/cancel", None, {"If-Match": '"1"'})

    def _get(self, path):
        return self._ask("GET", path)

    def _ask(self, method, path, body=None, headers=None):
        headers = {"Authorization": f"Bearer {self._token}", "Content-Type": "application/json"} | (headers or {})
        data = None if body is None else json.dumps(body).encode()
        return answer(urllib.request.Request(self._house + path, data, headers, method=method))

    def _new_token(self, client, secret):
        basic = base64.b64encode(f"{client}:{secret}".encode()).decode()
        data = b"grant_type=client_credentials"
        request = urllib.request.Request(f"{self.url}/oauth2/token", data, {"Authorization": f"Basic {basic}"})
        return answer(request)["access_token"]


def answer(request):
    with urllib.request.urlopen(request, timeout=ANSWER_SECONDS) as found:
        return json.load(found)


def check(sentence, expected, found):
    """Says that something is as it should be, or raises Wrong."""
    if expected != found:
        raise Wrong(f"{sentence}: expected {expected}, found {found}")
    print(f"ok  {sentence}" + ("" if isinstance(found, bool) or len(found) > 5 else f": {found}"), flush=True)


def becomes(sentence, expected, ask):
    """Like check, for what takes the program a while."""
    with contextlib.suppress(Wrong):
        wait_for(sentence, lambda: ask() == expected)
    check(sentence, expected, ask())


def wait_for(what, condition):
    """Asks until the answer is a true one, and returns it."""
    end = time.monotonic() + DEADLINE_SECONDS
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.3)
    raise Wrong(f"waited {DEADLINE_SECONDS} s in vain: {what}")

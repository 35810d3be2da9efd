"""What a calendar program has to show and may do; the same for every program.

A program has the methods `subscribe(address, username, password)`, which returns the calendars that it found and
whether each is read-only; `events(calendar, first, until)`, which returns [title, first day, day after the last] of each;
`create(calendar, title, first, end)`, `move(calendar, title, first, end)`, `remove(calendar, title)` and
`refresh(calendar)`. It raises Refused where the server, or the program itself, does not allow it.
"""

from datetime import date, timedelta

from demo import Wrong, becomes, check, wait_for

BOOKINGS = "Bookings"
GUEST = "Robin Sample"
TITLE = "Painter in the house"
WINDOW_DAYS = 14
CLASH = "Double booking: "


class Refused(Exception):
    """It is not allowed; anything else that goes wrong is no refusal."""


def works(demo, program, room_type):
    finds_the_calendars(demo, program)
    for calendar in (BOOKINGS, *demo.room_types):
        shows_the_stays(demo, program, calendar)
    hears_of_a_booking(demo, program, room_type)
    blocks_nights(demo, program, room_type)


def is_refused(demo, program, room_type):
    """What a program's own dialogs do not offer, tried all the same: the server has to refuse it."""
    for calendar in (BOOKINGS, room_type):
        cannot_change_a_stay(demo, program, calendar)
    cannot_write_into_the_bookings(demo, program)


def finds_the_calendars(demo, program):
    found = program.subscribe(demo.url, demo.username, demo.passkey)
    expected = {BOOKINGS: True} | {name: False for name in demo.room_types}
    check("finds the calendars from the server's address, and which are read-only", expected, found)


def shows_the_stays(demo, program, calendar):
    expected = stays(demo, calendar)
    sentence = f"shows the {len(expected)} stays of {WINDOW_DAYS} days in {calendar}"
    becomes(sentence, expected, lambda: shown(program, calendar))


def hears_of_a_booking(demo, program, room_type):
    arrival = demo.free_nights(room_type, 1)
    booking = demo.sell(room_type, arrival, GUEST)
    stay = [f"{GUEST} · {room_type}", arrival.isoformat(), (arrival + timedelta(days=1)).isoformat()]
    for calendar in (BOOKINGS, room_type):
        refreshed(program, calendar, f"shows a new booking in {calendar}", lambda found: stay in found, arrival)
    demo.cancel(booking)
    for calendar in (BOOKINGS, room_type):
        refreshed(program, calendar, f"shows it no more in {calendar}", lambda found: stay not in found, arrival)


def refreshed(program, calendar, sentence, condition, day):
    program.refresh(calendar)
    wait_for(sentence, lambda: condition(program.events(calendar, day, day + timedelta(days=1))))
    print(f"ok  {sentence}", flush=True)


def blocks_nights(demo, program, room_type):
    first = demo.free_nights(room_type, 3)
    second, third, fourth = (first + timedelta(days=days) for days in (1, 2, 3))
    before = demo.available(room_type, first, 3)

    program.create(room_type, TITLE, first, third)
    expected = [before[0] - 1, before[1] - 1, before[2]]
    check(f"an entry takes two nights off sale, of {before} free units", expected, demo.available(room_type, first, 3))

    program.move(room_type, TITLE, second, fourth)
    expected = [before[0], before[1] - 1, before[2] - 1]
    check("moving it by a day moves them", expected, demo.available(room_type, first, 3))

    program.remove(room_type, TITLE)
    check("deleting it frees them", before, demo.available(room_type, first, 3))


def cannot_change_a_stay(demo, program, calendar):
    first, until = days()
    expected = stays(demo, calendar)
    title, arrival, departure = program.events(calendar, first, until)[0]
    later = date.fromisoformat(departure) + timedelta(days=1)
    refused(f"moving a stay of {calendar}", lambda: program.move(calendar, title, date.fromisoformat(arrival), later))
    refused(f"deleting a stay of {calendar}", lambda: program.remove(calendar, title))
    program.refresh(calendar)
    check(f"the stays of {calendar} are as before", True, expected == stays(demo, calendar))
    becomes(f"{calendar} shows them again", expected, lambda: shown(program, calendar))


def cannot_write_into_the_bookings(demo, program):
    first, until = days()
    refused(f"an entry in {BOOKINGS}", lambda: program.create(BOOKINGS, TITLE, first, until))
    check("nothing of it is shown", stays(demo, BOOKINGS), shown(program, BOOKINGS))


def refused(what, attempt):
    try:
        attempt()
    except Refused as refusal:
        print(f"ok  {what} is refused: {refusal}", flush=True)
    else:
        raise Wrong(f"{what} was not refused")


def days():
    return date.today(), date.today() + timedelta(days=WINDOW_DAYS)


def stays(demo, calendar):
    return demo.stays(*days(), None if calendar == BOOKINGS else calendar)


def shown(program, calendar):
    """Who sleeps there when, by what the program shows: the title is the guest and the room type."""
    first, until = days()
    return sorted(
        (title.removeprefix(CLASH).split(" · ")[0], arrival, departure)
        for title, arrival, departure in program.events(calendar, first, until)
        if arrival < until.isoformat() and departure > first.isoformat()  # Evolution counts the last day in
    )

#!/usr/bin/env python3
"""Lets a real Thunderbird work with a running demo of Roomnight, on an invisible screen and with a profile of its own.

Thunderbird finds the calendars from the server's address, shows the stays, blocks nights, moves and frees them; after
each step the JSON API is asked whether it is so. Needs the Debian packages thunderbird and xvfb.

    ./roomnight demo --info demo.json                                       # in one terminal
    scripts/clients/thunderbird.py demo.json --screenshot thunderbird.png   # in another
"""

import argparse
import contextlib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
from datetime import date

import story
from demo import Demo, Wrong, wait_for
from marionette import Failed, Marionette

JAVASCRIPT = pathlib.Path(__file__).with_name("thunderbird.js").read_text(encoding="utf-8")
SCREEN = "1500x1000x24"
STEP_SECONDS = 60
REFUSED = re.compile("Server Replied with (status )?403")

# No first-run pages, no saved answers of an earlier run, and nobody to talk to but this machine.
PREFERENCES = {
    "marionette.port": 0,
    "app.donation.eoy.version.viewed": 999,
    "app.update.auto": False,
    "calendar.timezone.local": "Europe/Lisbon",
    "calendar.timezone.useSystemTimezone": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "devtools.console.stdout.chrome": True,
    "mail.provider.suppress_dialog_on_startup": True,
    "mail.rights.version": 1,
    "mail.shell.checkDefaultClient": False,
    "mail.spotlight.firstRunDone": True,
    "mailnews.start_page.enabled": False,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "network.proxy.type": 1,
    "remote.prefs.recommended": False,  # they would keep it from storing the password
    "toolkit.telemetry.reportingpolicy.firstRun": False,
}


class Thunderbird:
    """A running Thunderbird; its methods are the steps of thunderbird.js, and a picture."""

    def __init__(self, port):
        self._marionette = Marionette(port, STEP_SECONDS)

    def __getattr__(self, step):
        def run(*arguments):
            try:
                plain = [one.isoformat() if isinstance(one, date) else one for one in arguments]
                return self._marionette.run(JAVASCRIPT, step, plain)
            except Failed as failed:
                if REFUSED.search(str(failed)):
                    raise story.Refused("403") from failed
                raise Wrong(f"{step}: {failed}") from failed

        return run

    def screenshot(self):
        return self._marionette.screenshot()


def main():
    arguments = read_arguments()
    demo = Demo(arguments.info)
    with contextlib.ExitStack() as ending:
        profile = pathlib.Path(ending.enter_context(tempfile.TemporaryDirectory(prefix="thunderbird-")))
        screen = ending.enter_context(invisible_screen())
        thunderbird = ending.enter_context(running(profile, screen, arguments.log))
        try:
            story.works(demo, thunderbird, arguments.room_type)
            if arguments.screenshot:
                take_screenshot(thunderbird, arguments.screenshot)
            story.is_refused(demo, thunderbird, arguments.room_type)
        except (Wrong, story.Refused) as wrong:
            sys.exit(f"WRONG  {wrong}")


def read_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("info", metavar="FILE", help="what ./roomnight demo --info FILE wrote")
    parser.add_argument("--room-type", default="Lighthouse Suite", help="where to block nights (%(default)s)")
    parser.add_argument("--screenshot", metavar="PNG", help="where to keep a picture of the calendar")
    parser.add_argument("--log", metavar="TXT", default=os.devnull, help="where to keep what Thunderbird writes")
    return parser.parse_args()


@contextlib.contextmanager
def invisible_screen():
    """An X server that shows nothing; its name as a program wants it in DISPLAY."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:
        try:
            yield ":" + server.stdout.readline().decode().strip()
        finally:
            server.terminate()


@contextlib.contextmanager
def running(profile, screen, log):
    """Thunderbird with a new profile in a folder."""
    lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in PREFERENCES.items())
    (profile / "user.js").write_text("".join(lines), encoding="utf-8")
    environment = os.environ | {"DISPLAY": screen, "HOME": str(profile), "MOZ_CRASHREPORTER_DISABLE": "1"}
    environment.pop("WAYLAND_DISPLAY", None)
    command = ["thunderbird", "-profile", profile, "-no-remote", "-marionette", "-remote-allow-system-access"]
    with open(log, "wb") as output:
        with subprocess.Popen(command, env=environment, stdout=output, stderr=output) as program:
            try:
                yield Thunderbird(marionette_port(profile))
            finally:
                program.terminate()


def marionette_port(profile):
    """Thunderbird picks a free one and writes it down."""
    written = profile / "MarionetteActivePort"
    return int(wait_for("Thunderbird starts", lambda: written.exists() and written.read_text()))


def take_screenshot(thunderbird, file):
    thunderbird.show(date.today())
    pathlib.Path(file).write_bytes(thunderbird.screenshot())


if __name__ == "__main__":
    main()

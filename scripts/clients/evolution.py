#!/usr/bin/python3
"""Lets a real Evolution Data Server work with a running demo of Roomnight, on a message bus and in a home of its own.

It is what stores calendars for Evolution and GNOME Calendar. It finds the calendars from the server's address, shows the
stays, blocks nights, moves and frees them; after each step the JSON API is asked whether it is so. Needs the Debian
packages evolution-data-server, dbus, python3-gi, gir1.2-ecal-2.0 and gir1.2-edataserver-1.2.

    ./roomnight demo --info demo.json        # in one terminal
    scripts/clients/evolution.py demo.json   # in another
"""

import argparse
import os
import subprocess
import sys
import tempfile
import urllib.parse

import gi

gi.require_version("ECal", "2.0")
gi.require_version("EDataServer", "1.2")
gi.require_version("ICalGLib", "3.0")
from gi.repository import ECal, EDataServer, GLib, ICalGLib

import story
from demo import Demo, Wrong, wait_for

OWN_BUS = "ROOMNIGHT_CLIENT_ON_ITS_OWN_BUS"
EVENTS = ECal.ClientSourceType.EVENTS
DO_NOT_WAIT = GLib.MAXUINT32  # what it would wait for needs this thread
NO_FLAGS = ECal.OperationFlags.NONE


class Evolution:
    """An account in Evolution Data Server; an entry is known by its title."""

    def __init__(self):
        self._registry = EDataServer.SourceRegistry.new_sync(None)
        self._credentials = EDataServer.NamedParameters.new()
        self._clients = {}

    def subscribe(self, address, username, password):
        """As the dialog of a new CalDAV calendar does: finds the calendars, and adds each of them."""
        self._credentials.set(EDataServer.SOURCE_CREDENTIAL_USERNAME, username)
        self._credentials.set(EDataServer.SOURCE_CREDENTIAL_PASSWORD, password)
        wanted = int(EDataServer.WebDAVDiscoverSupports.EVENTS)
        account = source("Account", address, username)
        found = EDataServer.webdav_discover_sources_sync(account, address, wanted, self._credentials, None)
        for one in found.out_discovered_sources:
            self._clients[one.display_name] = self._open(source(one.display_name, one.href, username))
        return {name: client.is_readonly() for name, client in self._clients.items()}

    def _open(self, new):
        """Without a keyring nobody knows the password, so the source asks for it, and is told."""
        self._registry.commit_source_sync(new, None)
        known = wait_for("the source is known", lambda: turned() and self._registry.ref_source(new.get_uid()))
        known.connect("credentials-required", lambda asking, *_: asking.invoke_authenticate_sync(self._credentials))
        client = ECal.Client.connect_sync(known, EVENTS, DO_NOT_WAIT, None)
        connected = EDataServer.SourceConnectionStatus.CONNECTED
        wait_for("it is connected", lambda: turned() and known.get_connection_status() == connected)
        return client

    def events(self, calendar, first, until):
        times = (f'(make-time "{day:%Y%m%d}T000000Z")' for day in (first, until))
        found = self._list(calendar, f"(occur-in-time-range? {' '.join(times)})")
        return [[one.get_summary(), iso(one.get_dtstart()), iso(one.get_dtend())] for one in found]

    def create(self, calendar, title, first, end):
        event = ICalGLib.Component.new_vevent()
        event.set_uid(EDataServer.util_generate_uid())
        event.set_summary(title)
        put_days(event, first, end)
        attempt(self._clients[calendar].create_object_sync, event, NO_FLAGS, None)

    def move(self, calendar, title, first, end):
        event = self._find(calendar, title)
        put_days(event, first, end)
        attempt(self._clients[calendar].modify_object_sync, event, ECal.ObjModType.ALL, NO_FLAGS, None)

    def remove(self, calendar, title):
        uid = self._find(calendar, title).get_uid()
        attempt(self._clients[calendar].remove_object_sync, uid, None, ECal.ObjModType.ALL, NO_FLAGS, None)

    def refresh(self, calendar):
        attempt(self._clients[calendar].refresh_sync, None)

    def _find(self, calendar, title):
        return next(one for one in self._list(calendar, "#t") if one.get_summary() == title)

    def _list(self, calendar, condition):
        turned()
        return self._clients[calendar].get_object_list_sync(condition, None).out_icalcomps


def source(name, address, username):
    """A calendar's settings, as a file below ~/.config/evolution/sources has them."""
    new = EDataServer.Source.new(None, None)
    parts = urllib.parse.urlsplit(address)
    new.set_display_name(name)
    new.set_parent("caldav-stub")
    new.get_extension(EDataServer.SOURCE_EXTENSION_CALENDAR).set_backend_name("caldav")
    new.get_extension(EDataServer.SOURCE_EXTENSION_WEBDAV_BACKEND).set_resource_path(parts.path)
    new.get_extension(EDataServer.SOURCE_EXTENSION_SECURITY).set_method("none")
    account = new.get_extension(EDataServer.SOURCE_EXTENSION_AUTHENTICATION)
    account.set_host(parts.hostname)
    account.set_port(parts.port or 80)
    account.set_user(username)
    account.set_method("plain/password")
    account.set_remember_password(False)  # else it waits for a keyring, and that for somebody to unlock it
    return new


def put_days(event, first, end):
    for put, day in ((event.set_dtstart, first), (event.set_dtend, end)):
        put(ICalGLib.Time.new_from_string(f"{day:%Y%m%d}"))


def iso(time):
    return f"{time.get_year():04}-{time.get_month():02}-{time.get_day():02}"


def turned():
    """Lets what came over the message bus take effect."""
    context = GLib.MainContext.default()
    while context.pending():
        context.iteration(False)
    return True


def attempt(call, *arguments):
    try:
        call(*arguments)
    except GLib.Error as error:
        if error.matches(EDataServer.Client.error_quark(), EDataServer.ClientError.PERMISSION_DENIED):
            raise story.Refused(error.message) from error
        raise


def main():
    arguments = read_arguments()
    if OWN_BUS not in os.environ:
        sys.exit(on_its_own_bus(sys.argv))
    try:
        demo, evolution = Demo(arguments.info), Evolution()
        story.works(demo, evolution, arguments.room_type)
        story.is_refused(demo, evolution, arguments.room_type)
    except (Wrong, story.Refused) as wrong:
        sys.exit(f"WRONG  {wrong}")


def read_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("info", metavar="FILE", help="what ./roomnight demo --info FILE wrote")
    parser.add_argument("--room-type", default="Lighthouse Suite", help="where to block nights (%(default)s)")
    return parser.parse_args()


def on_its_own_bus(command):
    """Runs this script again where it finds nothing of the user's: no accounts, no keyring. Returns its exit code."""
    with tempfile.TemporaryDirectory(prefix="evolution-") as home:
        environment = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
        environment |= {"HOME": home, "XDG_RUNTIME_DIR": home, "GSETTINGS_BACKEND": "memory", OWN_BUS: "1"}
        return subprocess.call(["dbus-run-session", "--", sys.executable, *command], env=environment)


if __name__ == "__main__":
    main()

"""Mozilla's remote protocol Marionette: as much of it as is needed to run JavaScript in a program's main window."""

import base64
import itertools
import json
import socket


class Failed(Exception):
    """The program answered with an error."""


class Marionette:
    """A connection; messages are JSON arrays, each after its length in octets and a colon."""

    def __init__(self, port, timeout_seconds):
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=timeout_seconds)
        self._stream = self._socket.makefile("rb")
        self._numbers = itertools.count(1)
        self._receive()
        self._command("WebDriver:NewSession", {})
        self._command("WebDriver:SetTimeouts", {"script": timeout_seconds * 1000})
        self._command("Marionette:SetContext", {"value": "chrome"})

    def run(self, script, *arguments):
        """Runs the body of a function; what it returns, or what the promise that it returns becomes."""
        return self._command("WebDriver:ExecuteScript", {"script": script, "args": arguments})["value"]

    def screenshot(self):
        """The window as PNG."""
        return base64.b64decode(self._command("WebDriver:TakeScreenshot", {"full": False})["value"])

    def _command(self, name, parameters):
        message = json.dumps([0, next(self._numbers), name, parameters]).encode()
        self._socket.sendall(b"%d:%s" % (len(message), message))
        _, _, error, result = self._receive()
        if error:
            raise Failed(error["message"])
        return result

    def _receive(self):
        length = b""
        while not length.endswith(b":"):
            octet = self._stream.read(1)
            if not octet:
                raise ConnectionError("the program ended the connection")
            length += octet
        return json.loads(self._stream.read(int(length[:-1])))

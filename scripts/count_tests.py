"""Prints 'passed failed skipped', summed over the surefire and failsafe reports in the folders given."""

import pathlib
import sys
import xml.etree.ElementTree as ElementTree


def count(report):
    """A report that can't be read is a test process that died: one failure."""
    try:
        suite = ElementTree.parse(report).getroot()
    except ElementTree.ParseError:
        return 0, 1, 0
    tests, failures, errors, skipped = (int(suite.get(name, 0)) for name in ("tests", "failures", "errors", "skipped"))
    return tests - failures - errors - skipped, failures + errors, skipped


counts = [count(report) for folder in sys.argv[1:] for report in pathlib.Path(folder).glob("TEST-*.xml")]
print(*(sum(column) for column in zip((0, 0, 0), *counts)))

"""Prints 'passed failed skipped', summed over the surefire and failsafe reports in the folders given.

With --slowest N first, prints the N slowest test classes with their seconds instead.
"""

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


def slowest(reports, most):
    suites = [ElementTree.parse(report).getroot() for report in reports]
    return sorted(((float(suite.get("time", 0)), suite.get("name")) for suite in suites), reverse=True)[:most]


arguments = sys.argv[1:]
most = int(arguments[1]) if arguments[0] == "--slowest" else 0
folders = arguments[2:] if most else arguments
reports = [report for folder in folders for report in pathlib.Path(folder).glob("TEST-*.xml")]
if most:
    for seconds, name in slowest(reports, most):
        print(f"{seconds:6.0f} s    {name}")
else:
    print(*(sum(column) for column in zip((0, 0, 0), *map(count, reports))))

package org.roomnight.ical;

/** One instance of a series: its start, and the component that describes it (the master or an override). */
public record Occurrence(DateValue start, Component event) {}

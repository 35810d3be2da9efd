package org.roomnight.calquery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The busy times of one window, gathered and then joined where they touch (RFC 4791 §7.10). */
public final class BusyTimes {

    /** FBTYPE (RFC 5545 §3.2.9). */
    public enum Kind {
        BUSY("BUSY"),
        TENTATIVE("BUSY-TENTATIVE");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        public String type() {
            return type;
        }
    }

    private final Window window;
    private final Map<Kind, List<Period>> periods = new EnumMap<>(Kind.class);

    public BusyTimes(Window window) {
        this.window = window;
    }

    public Window window() {
        return window;
    }

    /** Notes the part of [{@code start}, {@code end}) that is in the window. */
    public void add(Kind kind, Instant start, Instant end) {
        Window part = window.intersection(new Window(start, end));
        if (part.start().isBefore(part.end())) {
            periods.computeIfAbsent(kind, _ -> new ArrayList<>()).add(new Period(part.start(), part.end()));
        }
    }

    /** In order, and none touches the next. */
    public List<Period> of(Kind kind) {
        List<Period> joined = new ArrayList<>();
        List<Period> sorted = periods.getOrDefault(kind, List.of()).stream()
                .sorted(Comparator.comparing(Period::start))
                .toList();
        for (Period next : sorted) {
            if (joined.isEmpty() || joined.getLast().end().isBefore(next.start())) {
                joined.add(next);
            } else {
                Period last = joined.removeLast();
                Instant end = last.end().isBefore(next.end()) ? next.end() : last.end();
                joined.add(new Period(last.start(), end));
            }
        }
        return joined;
    }
}

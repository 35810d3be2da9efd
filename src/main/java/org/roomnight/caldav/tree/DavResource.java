package org.roomnight.caldav.tree;

import org.jspecify.annotations.Nullable;
import org.roomnight.calendar.CalendarCollection;
import org.roomnight.calendar.CalendarObject;
import org.roomnight.calendar.CalendarObjects;

/** Something that is there. */
public sealed interface DavResource {

    DavPath path();

    /** {@code /}, {@code /dav/} and the two collections below it that only lead further. */
    record Signpost(DavPath path) implements DavResource {}

    record Principal(DavPath.Principal path) implements DavResource {}

    record Home(DavPath.Home path) implements DavResource {}

    record Calendar(DavPath.Calendar path, CalendarCollection facts) implements DavResource {

        /** One of its members, of which no content was read. */
        public Entry entry(CalendarObjects.Member member) {
            return new Entry(new DavPath.Member(path.property(), facts.name(), member.name()), facts, member, null);
        }
    }

    /** An object of a calendar; {@code content} only where it was asked for. */
    record Entry(
            DavPath.Member path,
            CalendarCollection calendar,
            CalendarObjects.Member facts,
            @Nullable CalendarObject content)
            implements DavResource {

        public static Entry of(DavPath.Calendar home, CalendarCollection calendar, CalendarObject content) {
            return new Entry(
                    new DavPath.Member(home.property(), calendar.name(), content.name()),
                    calendar,
                    CalendarObjects.Member.of(content),
                    content);
        }

        public Entry with(CalendarObject read) {
            return new Entry(path, calendar, facts, read);
        }
    }

    default boolean isCollection() {
        return !(this instanceof Entry);
    }

    /** What client properties of it are kept under (see {@code DavProperties}). */
    default String propertyKey() {
        return switch (this) {
            case Signpost(DavPath path) -> path.href();
            case Principal _ -> "principal";
            case Home _ -> "home";
            case Calendar(DavPath.Calendar _, CalendarCollection facts) ->
                facts.key().key();
            case Entry entry -> propertyKey(entry.calendar(), entry.facts().name());
        };
    }

    /** The same of an entry by its name, also where it is not there yet. */
    static String propertyKey(CalendarCollection calendar, String name) {
        return calendar.key().key() + "/" + name;
    }
}

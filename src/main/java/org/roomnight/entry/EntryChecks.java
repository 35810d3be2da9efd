package org.roomnight.entry;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.roomnight.entry.EntryFault.Rule;
import org.roomnight.ical.Component;

/** Checks what an entry consists of, but not its dates; each check answers the first fault that it finds. */
final class EntryChecks {

    private static final Set<String> TAKEN = Set.of("VEVENT", "VTODO");

    /** What an entry is made of; other components beside them are kept and not looked at (RFC 5545 §3.6). */
    private static final Set<String> KNOWN = Set.of("VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VAVAILABILITY");

    /** A rule that counts by another calendar (RFC 7529 §4.1). */
    private static final Pattern OTHER_SCALE =
            Pattern.compile("(?:^|;)\\s*RSCALE=(?!GREGORIAN(?:;|\\s*$))", Pattern.CASE_INSENSITIVE);

    private EntryChecks() {}

    /** The components of a calendar that an entry is made of. */
    static List<Component> parts(Component calendar) {
        return calendar.components().stream()
                .filter(part -> KNOWN.contains(part.name()))
                .toList();
    }

    /** Other calendars count other days, and nights read by ours would be wrong ones (RFC 5545 §3.7.1, RFC 7529). */
    static Optional<EntryFault> scale(Component calendar) {
        boolean gregorian = calendar.properties("CALSCALE").stream()
                .allMatch(scale -> scale.value().strip().equalsIgnoreCase("GREGORIAN"));
        if (!gregorian) {
            return Optional.of(EntryFault.invalidData("The dates of an entry are those of the Gregorian calendar."));
        }
        boolean otherRule = parts(calendar).stream()
                .flatMap(part -> part.properties("RRULE").stream())
                .anyMatch(rule -> OTHER_SCALE.matcher(rule.value()).find());
        return found(otherRule, Rule.SUPPORTED_RSCALE, "An entry recurs by the Gregorian calendar, and by no other.");
    }

    /** What is wrong with the components of an entry, each by itself and all together. */
    static Optional<EntryFault> components(List<Component> parts) {
        Stream<Supplier<Optional<EntryFault>>> checks = Stream.of(
                () -> kind(parts),
                () -> parts.stream().flatMap(part -> component(part).stream()).findFirst(),
                () -> parts.stream().flatMap(part -> oneUid(part).stream()).findFirst(),
                () -> uid(parts));
        return checks.flatMap(check -> check.get().stream()).findFirst();
    }

    private static Optional<EntryFault> kind(List<Component> parts) {
        Set<String> kinds = parts.stream().map(Component::name).collect(Collectors.toSet());
        if (kinds.size() != 1) {
            return Optional.of(EntryFault.invalidObject("An entry has components of one kind, and at least one."));
        }
        return found(
                !TAKEN.containsAll(kinds),
                Rule.SUPPORTED_CALENDAR_COMPONENT,
                "This server takes events and tasks only.");
    }

    private static Optional<EntryFault> component(Component part) {
        int starts = part.properties("DTSTART").size();
        if (starts > 1 || (starts == 0 && part.name().equals("VEVENT"))) {
            return Optional.of(EntryFault.invalidData("Every event has one DTSTART."));
        }
        if (part.properties("ATTENDEE").size() > EntryLimits.MAX_ATTENDEES) {
            return Optional.of(new EntryFault(
                    Rule.MAX_ATTENDEES_PER_INSTANCE,
                    "An entry has at most %d attendees.".formatted(EntryLimits.MAX_ATTENDEES)));
        }
        return found(
                part.components("VALARM").size() > EntryLimits.MAX_ALARMS,
                Rule.VALID_CALENDAR_DATA,
                "An entry has at most %d alarms.".formatted(EntryLimits.MAX_ALARMS));
    }

    private static Optional<EntryFault> oneUid(Component part) {
        boolean one = part.properties("UID").size() == 1
                && !part.properties("UID").getFirst().text().isBlank();
        return found(!one, Rule.VALID_CALENDAR_OBJECT_RESOURCE, "Every component of an entry has one UID.");
    }

    private static Optional<EntryFault> uid(List<Component> parts) {
        Set<String> uids = parts.stream().map(EntryChecks::uid).collect(Collectors.toSet());
        if (uids.size() != 1) {
            return Optional.of(EntryFault.invalidObject("All components of an entry have the same UID."));
        }
        String uid = uids.iterator().next();
        return found(
                uid.getBytes(StandardCharsets.UTF_8).length > EntryLimits.MAX_UID
                        || uid.chars().anyMatch(Character::isISOControl),
                Rule.VALID_CALENDAR_OBJECT_RESOURCE,
                "A UID has at most %d octets and none that cannot be seen.".formatted(EntryLimits.MAX_UID));
    }

    /** The UID of a component that has one. */
    static String uid(Component part) {
        return part.properties("UID").getFirst().text();
    }

    private static Optional<EntryFault> found(boolean wrong, Rule rule, String sentence) {
        return wrong ? Optional.of(new EntryFault(rule, sentence)) : Optional.empty();
    }
}

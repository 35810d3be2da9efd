package org.roomnight.calendar;

import java.util.Optional;
import org.roomnight.kernel.PropertyId;

/** Says whether more can be stored. Call it in the write that stores it, so that nobody comes in between. */
final class QuotaCheck {

    private static final long MEGABYTE = 1024L * 1024;

    private final CountRows counts;
    private final Quotas quotas;

    QuotaCheck(CountRows counts, Quotas quotas) {
        this.counts = counts;
        this.quotas = quotas;
    }

    /** Why a calendar cannot take this much more, in words for people; empty when it can. What is less always fits. */
    Optional<String> refusal(PropertyId property, Collection collection, Holding more) {
        boolean grows = more.entries() > 0 || more.octets() > 0 || more.propertyOctets() > 0;
        if (!grows) {
            return Optional.empty();
        }
        Holding calendar = counts.of(property, collection).plus(more);
        return ofCalendar(calendar, more)
                .or(() -> ofProperty(counts.of(property).plus(more), more));
    }

    private Optional<String> ofCalendar(Holding then, Holding more) {
        if (more.entries() > 0 && then.entries() > StaffCalendars.MAX_OBJECTS) {
            return Optional.of("This calendar is full: it holds %,d entries.".formatted(StaffCalendars.MAX_OBJECTS));
        }
        if (more.octets() > 0 && then.octets() > quotas.octetsOfCalendar()) {
            return Optional.of("This calendar is full: its entries take %s. Delete some, or make another calendar."
                    .formatted(megabytes(quotas.octetsOfCalendar())));
        }
        if (more.propertyOctets() > 0 && then.propertyOctets() > quotas.propertyOctetsOfCalendar()) {
            return Optional.of("The WebDAV properties of this calendar and its entries take %s; remove some first."
                    .formatted(megabytes(quotas.propertyOctetsOfCalendar())));
        }
        return Optional.empty();
    }

    private Optional<String> ofProperty(Holding then, Holding more) {
        if (more.entries() > 0 && then.entries() > quotas.entries()) {
            return Optional.of("All calendars together hold %,d entries, which is as many as one property can have."
                    .formatted(quotas.entries()));
        }
        if (more.octets() > 0 && then.octets() > quotas.octets()) {
            return Optional.of(
                    "The entries of all calendars together take %s, which is as much as one property can have."
                            .formatted(megabytes(quotas.octets())));
        }
        if (more.propertyOctets() > 0 && then.propertyOctets() > quotas.propertyOctets()) {
            return Optional.of("The WebDAV properties of all calendars together take %s; remove some first."
                    .formatted(megabytes(quotas.propertyOctets())));
        }
        return Optional.empty();
    }

    private static String megabytes(long octets) {
        return octets < MEGABYTE ? "%,d KiB".formatted(octets / 1024) : "%,d MiB".formatted(octets / MEGABYTE);
    }
}

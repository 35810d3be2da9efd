package org.roomnight.davxml;

import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** Which properties an answer is to have (RFC 4918 §14.20, RFC 4791 §9.6). */
public sealed interface PropRequest {

    /** All that is not costly to compute, and those named besides. */
    record All(List<QName> included) implements PropRequest {
        public All {
            included = List.copyOf(included);
        }
    }

    /** The names only. */
    record NamesOnly() implements PropRequest {}

    /** Those named, in order, each once; {@code data} says what of calendar-data, when that is one of them. */
    record Some(List<QName> names, @Nullable CalendarData data) implements PropRequest {
        public Some {
            names = List.copyOf(names);
        }

        public Optional<CalendarData> calendarData() {
            return Optional.ofNullable(data);
        }
    }
}

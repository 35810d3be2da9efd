package org.roomnight.entry;

/**
 * Why an entry is not taken.
 *
 * @param sentence for people; repeats nothing of the entry
 */
public record EntryFault(Rule rule, String sentence) {

    /** What an entry has to be, in the words of its standards (RFC 4791 §5.3.2.1, RFC 7529 §6). */
    public enum Rule {
        MAX_RESOURCE_SIZE,
        SUPPORTED_CALENDAR_DATA,
        VALID_CALENDAR_DATA,
        VALID_CALENDAR_OBJECT_RESOURCE,
        SUPPORTED_CALENDAR_COMPONENT,
        MIN_DATE_TIME,
        MAX_DATE_TIME,
        MAX_INSTANCES,
        MAX_ATTENDEES_PER_INSTANCE,
        SUPPORTED_RSCALE
    }

    static EntryFault invalidData(String sentence) {
        return new EntryFault(Rule.VALID_CALENDAR_DATA, sentence);
    }

    static EntryFault invalidObject(String sentence) {
        return new EntryFault(Rule.VALID_CALENDAR_OBJECT_RESOURCE, sentence);
    }
}

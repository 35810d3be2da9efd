package org.roomnight.caldav.report;

import java.util.List;
import org.roomnight.calendar.CalendarObjects.Change;
import org.roomnight.kernel.Revision;

/**
 * The next changes of a collection, oldest first, cut only between two revisions: the token that follows tells one, and
 * must skip nothing.
 *
 * @param last whether there are no more
 */
record SyncPage(List<Change> changes, boolean last) {

    SyncPage {
        changes = List.copyOf(changes);
    }

    /** @param found the next changes, one more than {@code most} where there are more */
    static SyncPage of(List<Change> found, int most) {
        if (found.size() <= most) {
            return new SyncPage(found, true);
        }
        Revision beyond = found.get(most).revision();
        return new SyncPage(
                found.stream()
                        .filter(change -> change.revision().compareTo(beyond) < 0)
                        .toList(),
                false);
    }

    /** @param all every change there is, at least one */
    static SyncPage ofFirstRevision(List<Change> all) {
        Revision first = all.getFirst().revision();
        List<Change> whole =
                all.stream().filter(change -> change.revision().equals(first)).toList();
        return new SyncPage(whole, whole.size() == all.size());
    }

    /** Whether more changed at once than was to be given, so that it leads nowhere. */
    boolean stuck() {
        return changes.isEmpty() && !last;
    }
}

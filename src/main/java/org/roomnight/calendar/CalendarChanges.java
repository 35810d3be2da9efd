package org.roomnight.calendar;

import org.roomnight.cluster.NodeNews;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Stamp;
import org.roomnight.storage.RevisionRows;
import org.roomnight.storage.Transactions;

/** Raises the revision of a property and sees to it that no node answers from memory what has changed. */
final class CalendarChanges {

    private final RevisionRows revisions;
    private final Transactions transactions;
    private final RevisionCache revisionCache;
    private final NodeNews news;

    CalendarChanges(RevisionRows revisions, Transactions transactions, RevisionCache revisionCache, NodeNews news) {
        this.revisions = revisions;
        this.transactions = transactions;
        this.revisionCache = revisionCache;
        this.news = news;
    }

    /** Call it in the write that makes the change. */
    Stamp raise(PropertyId property) {
        return raise(property, 1);
    }

    /** The same for several changes, each with a revision of its own; answers the last of them. */
    Stamp raise(PropertyId property, int count) {
        revisionCache.writeBegins(property);
        transactions.afterEnd(() -> revisionCache.writeEnded(property));
        news.tell(NodeNews.Topic.CALENDAR, property);
        return revisions.raise(property, count);
    }
}

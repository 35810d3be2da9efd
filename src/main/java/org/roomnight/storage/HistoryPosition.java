package org.roomnight.storage;

/**
 * How far the history of a database has come. It only grows while nobody restores a backup.
 *
 * @param database tells the database from others; a backup has the same
 * @param sinceMillis when the history began, in milliseconds since 1970; 0 until a restore is noticed or told
 * @param changes of all calendars of all properties
 */
record HistoryPosition(String database, long sinceMillis, long changes) {

    /** Whether the same database was further when the other was seen, so that changes since are lost. */
    boolean isBehind(HistoryPosition other) {
        boolean less =
                sinceMillis == other.sinceMillis() ? changes < other.changes() : sinceMillis < other.sinceMillis();
        return database.equals(other.database()) && less;
    }
}

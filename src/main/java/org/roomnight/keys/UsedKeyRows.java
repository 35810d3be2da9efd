package org.roomnight.keys;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The key versions that the database says it is encrypted with; statements run in the caller's transaction. */
final class UsedKeyRows {

    private static final String LIST = """
            SELECT key_version, fingerprint FROM encryption_key ORDER BY key_version
            """;

    private static final String ADD = """
            INSERT INTO encryption_key (key_version, fingerprint) VALUES (:version, :fingerprint)
            ON CONFLICT (key_version) DO NOTHING
            """;

    private final JdbcClient jdbc;

    UsedKeyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Fingerprints by version. */
    Map<Integer, String> list() {
        Map<Integer, String> found = new TreeMap<>(Comparator.naturalOrder());
        jdbc.sql(LIST)
                .query((row, _) -> Map.entry(row.getInt("key_version"), row.getString("fingerprint")))
                .list()
                .forEach(used -> found.put(used.getKey(), used.getValue()));
        return found;
    }

    /**
     * Says that a key is used from now on. Two nodes that each made a key file of their own are found out here, before
     * the second writes what the first could not read.
     *
     * @throws IllegalStateException when the database knows another key under this version
     */
    void add(KeyVersion key) {
        int added = jdbc.sql(ADD)
                .param("version", key.number())
                .param("fingerprint", key.fingerprint())
                .update();
        if (added == 0 && !key.fingerprint().equals(list().get(key.number()))) {
            throw new IllegalStateException(
                    "ROOMNIGHT_KEY_FILE of this node has another key under version %d than the node that wrote to the database; give all nodes the same key file"
                            .formatted(key.number()));
        }
    }
}

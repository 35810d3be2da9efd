package org.roomnight.calendar;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.namespace.QName;
import org.roomnight.calendar.DavProperties.Size;
import org.roomnight.calendar.DavProperties.Stored;
import org.roomnight.calendar.DavProperties.Wanted;
import org.roomnight.kernel.PropertyId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table {@code dav_property}. A resource inside of another is called by that one's name, a slash and its own. Every
 * change is counted in {@link CountRows} under the outer name.
 */
final class DavPropertyRows {

    /** Names in one statement; who asks for more gets all, for a resource has no more than a hundred. */
    private static final int MAX_NAMES = 1_000;

    private static final String AMONG = " AND (namespace, name) IN (VALUES :names)";
    private static final String ORDER = " ORDER BY resource, namespace, name";
    private static final String VALUES_OF = """
        SELECT resource, namespace, name, xml FROM dav_property
        WHERE property = :property AND resource IN (:resources)
        """;
    private static final String FIND_ALL = VALUES_OF + ORDER;
    private static final String FIND_NAMED = VALUES_OF + AMONG + ORDER;
    private static final String SIZES_OF = """
        SELECT resource, namespace, name, octets FROM dav_property
        WHERE property = :property AND resource IN (:resources)
        """;
    private static final String SIZES_OF_ALL = SIZES_OF + ORDER;
    private static final String SIZES_OF_NAMED = SIZES_OF + AMONG + ORDER;
    private static final String OCTETS = """
        SELECT octets FROM dav_property
        WHERE property = :property AND resource = :resource AND namespace = :namespace AND name = :name
        """;
    private static final String SET = """
        INSERT INTO dav_property (property, resource, namespace, name, xml, octets)
        VALUES (:property, :resource, :namespace, :name, :xml, :octets)
        ON CONFLICT (property, resource, namespace, name) DO UPDATE
        SET xml = excluded.xml, octets = excluded.octets
        """;
    private static final String REMOVE = """
        DELETE FROM dav_property
        WHERE property = :property AND resource = :resource AND namespace = :namespace AND name = :name
        RETURNING octets
        """;
    private static final String REMOVE_ALL =
            "DELETE FROM dav_property WHERE property = :property AND resource = :resource RETURNING octets";
    private static final String REMOVE_INSIDE =
            "DELETE FROM dav_property WHERE property = :property AND resource LIKE :resource || '/%'";
    private static final String REMOVE_OF =
            "DELETE FROM dav_property WHERE property = :property AND resource IN (:resources)";
    private static final String COPY = """
        INSERT INTO dav_property (property, resource, namespace, name, xml, octets)
        SELECT property, :to, namespace, name, xml, octets FROM dav_property
        WHERE property = :property AND resource = :resource
        RETURNING octets
        """;
    private static final String COPY_OF = """
        INSERT INTO dav_property (property, resource, namespace, name, xml, octets)
        SELECT property, :to || SUBSTR(resource, LENGTH(:resource) + 1), namespace, name, xml, octets
        FROM dav_property
        WHERE property = :property AND resource IN (:resources)
        RETURNING octets
        """;

    private final JdbcClient jdbc;
    private final CountRows counts;

    DavPropertyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.counts = new CountRows(jdbc);
    }

    List<Stored> find(PropertyId property, List<String> resources, Wanted wanted) {
        return select(byName(wanted) ? FIND_NAMED : FIND_ALL, property, resources, wanted)
                .query((row, _) -> new Stored(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }

    /** The same without the values; the index alone answers it. */
    List<Size> sizes(PropertyId property, List<String> resources, Wanted wanted) {
        return select(byName(wanted) ? SIZES_OF_NAMED : SIZES_OF_ALL, property, resources, wanted)
                .query((row, _) ->
                        new Size(row.getString(1), new QName(row.getString(2), row.getString(3)), row.getLong(4)))
                .list();
    }

    private static boolean byName(Wanted wanted) {
        return wanted instanceof Wanted.Named(List<QName> names) && names.size() <= MAX_NAMES;
    }

    private JdbcClient.StatementSpec select(String sql, PropertyId property, List<String> resources, Wanted wanted) {
        JdbcClient.StatementSpec statement =
                jdbc.sql(sql).param("property", property.value()).param("resources", resources);
        return switch (wanted) {
            case Wanted.Named(List<QName> names)
            when byName(wanted) ->
                statement.param(
                        "names", names.stream().map(DavPropertyRows::pair).toList());
            case Wanted.Named _, Wanted.All _ -> statement;
        };
    }

    private static Object[] pair(QName name) {
        return new Object[] {name.getNamespaceURI(), name.getLocalPart()};
    }

    void set(PropertyId property, Stored now) {
        List<Long> before = of(OCTETS, property, now.resource())
                .param("namespace", now.namespace())
                .param("name", now.name())
                .query((row, _) -> row.getLong(1))
                .list();
        long octets = now.xml().getBytes(StandardCharsets.UTF_8).length;
        of(SET, property, now.resource())
                .param("namespace", now.namespace())
                .param("name", now.name())
                .param("xml", now.xml())
                .param("octets", octets)
                .update();
        count(property, now.resource(), 1 - before.size(), octets - sum(before));
    }

    void remove(PropertyId property, String resource, String namespace, String name) {
        uncount(
                property,
                resource,
                of(REMOVE, property, resource)
                        .param("namespace", namespace)
                        .param("name", name)
                        .query((row, _) -> row.getLong(1))
                        .list());
    }

    void removeAll(PropertyId property, String resource) {
        uncount(
                property,
                resource,
                of(REMOVE_ALL, property, resource)
                        .query((row, _) -> row.getLong(1))
                        .list());
    }

    /** Those of a collection and of what is inside of it; its name has no wildcards. */
    void removeTree(PropertyId property, Collection collection) {
        removeAll(property, collection.key());
        of(REMOVE_INSIDE, property, collection.key()).update();
        counts.noProperties(property, collection);
    }

    /** Those of members of a collection that is going away as a whole and is not counted any more. */
    void removeMembers(PropertyId property, Collection collection, List<String> names) {
        jdbc.sql(REMOVE_OF)
                .param("property", property.value())
                .param("resources", inside(collection, names))
                .update();
    }

    /** Copies the properties of one resource to another that has none. */
    void copy(PropertyId property, String from, String to) {
        List<Long> copied = of(COPY, property, from)
                .param("to", to)
                .query((row, _) -> row.getLong(1))
                .list();
        count(property, to, copied.size(), sum(copied));
    }

    /** Copies those of members to the members of the same names in a collection where they have none. */
    void copyMembers(PropertyId property, Collection from, Collection to, List<String> names) {
        List<Long> copied = of(COPY_OF, property, from.key())
                .param("to", to.key())
                .param("resources", inside(from, names))
                .query((row, _) -> row.getLong(1))
                .list();
        count(property, to.key(), copied.size(), sum(copied));
    }

    private static List<String> inside(Collection collection, List<String> names) {
        List<String> resources = new ArrayList<>(names.size());
        names.forEach(name -> resources.add(collection.key() + "/" + name));
        return resources;
    }

    private void uncount(PropertyId property, String resource, List<Long> removed) {
        count(property, resource, -removed.size(), -sum(removed));
    }

    private void count(PropertyId property, String resource, int properties, long octets) {
        if (properties != 0 || octets != 0) {
            counts.add(property, outer(resource), Holding.ofProperties(properties, octets));
        }
    }

    /** What a resource is counted under. */
    static Collection outer(String resource) {
        int slash = resource.indexOf('/');
        return new Collection(slash < 0 ? resource : resource.substring(0, slash));
    }

    private static long sum(List<Long> octets) {
        return octets.stream().mapToLong(Long::longValue).sum();
    }

    private JdbcClient.StatementSpec of(String sql, PropertyId property, String resource) {
        return jdbc.sql(sql).param("property", property.value()).param("resource", resource);
    }
}

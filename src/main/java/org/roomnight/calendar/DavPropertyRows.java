package org.roomnight.calendar;

import java.util.List;
import org.roomnight.kernel.PropertyId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code dav_property}. A resource inside of another is called by that one's name, a slash and its own. */
final class DavPropertyRows {

    private static final String FIND = """
            SELECT resource, namespace, name, xml FROM dav_property WHERE property = :property AND resource IN (:resources)
            ORDER BY resource, namespace, name
            """;
    private static final String SET = """
            INSERT INTO dav_property (property, resource, namespace, name, xml)
            VALUES (:property, :resource, :namespace, :name, :xml)
            ON CONFLICT (property, resource, namespace, name) DO UPDATE SET xml = excluded.xml
            """;
    private static final String REMOVE = """
            DELETE FROM dav_property
            WHERE property = :property AND resource = :resource AND namespace = :namespace AND name = :name
            """;
    private static final String REMOVE_ALL =
            "DELETE FROM dav_property WHERE property = :property AND resource = :resource";
    private static final String REMOVE_INSIDE =
            "DELETE FROM dav_property WHERE property = :property AND resource LIKE :resource || '/%'";
    private static final String COPY = """
            INSERT INTO dav_property (property, resource, namespace, name, xml)
            SELECT property, :to, namespace, name, xml FROM dav_property
            WHERE property = :property AND resource = :resource
            """;
    private static final String COPY_INSIDE = """
            INSERT INTO dav_property (property, resource, namespace, name, xml)
            SELECT property, :to || SUBSTR(resource, LENGTH(:resource) + 1), namespace, name, xml FROM dav_property
            WHERE property = :property AND resource LIKE :resource || '/%'
            """;

    private final JdbcClient jdbc;

    DavPropertyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<DavProperties.Stored> find(PropertyId property, List<String> resources) {
        return jdbc.sql(FIND)
                .param("property", property.value())
                .param("resources", resources)
                .query((row, _) -> new DavProperties.Stored(
                        row.getString("resource"),
                        row.getString("namespace"),
                        row.getString("name"),
                        row.getString("xml")))
                .list();
    }

    void set(PropertyId property, DavProperties.Stored now) {
        of(SET, property, now.resource())
                .param("namespace", now.namespace())
                .param("name", now.name())
                .param("xml", now.xml())
                .update();
    }

    void remove(PropertyId property, String resource, String namespace, String name) {
        of(REMOVE, property, resource)
                .param("namespace", namespace)
                .param("name", name)
                .update();
    }

    void removeAll(PropertyId property, String resource) {
        of(REMOVE_ALL, property, resource).update();
    }

    /** Those of a resource and of what is inside of it; its name has no wildcards. */
    void removeTree(PropertyId property, String resource) {
        removeAll(property, resource);
        of(REMOVE_INSIDE, property, resource).update();
    }

    /** Copies the properties of one resource to another that has none. */
    void copy(PropertyId property, String from, String to) {
        of(COPY, property, from).param("to", to).update();
    }

    /** The same with those of what is inside, if wanted. */
    void copyTree(PropertyId property, String from, String to, boolean inside) {
        copy(property, from, to);
        if (inside) {
            of(COPY_INSIDE, property, from).param("to", to).update();
        }
    }

    private JdbcClient.StatementSpec of(String sql, PropertyId property, String resource) {
        return jdbc.sql(sql).param("property", property.value()).param("resource", resource);
    }
}

package org.roomnight.davxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** Request bodies, and what reading them gave. */
final class Bodies {

    private static final String NAMESPACES = " xmlns:D=\"DAV:\" xmlns:C=\"urn:ietf:params:xml:ns:caldav\">";

    private Bodies() {}

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** An element with prefixes D and C declared, and other elements inside. */
    static byte[] root(String name, String... inside) {
        return utf8("<" + name + NAMESPACES + String.join("", inside) + "</" + name + ">");
    }

    static Asked<PropRequest> propfind(String... inside) {
        return DavBodies.propfind(root("D:propfind", inside));
    }

    static Asked<Report> report(String name, String... inside) {
        return DavBodies.report(root(name, inside));
    }

    static <T> T read(Asked<T> asked) {
        return switch (asked) {
            case Asked.Read<T>(T request) -> request;
            case Asked.Rejected<T>(DavRefusal refusal) -> throw new AssertionError("refused: " + refusal);
        };
    }

    static <R extends Report> R read(Asked<Report> asked, Class<R> kind) {
        return kind.cast(read(asked));
    }

    static void assertRefused(Asked<?> asked, int status) {
        assertRefused(asked, status, null);
    }

    static void assertRefused(Asked<?> asked, int status, @Nullable QName precondition) {
        assertThat(asked).isInstanceOfSatisfying(Asked.Rejected.class, refused -> {
            assertThat(refused.refusal().status()).isEqualTo(status);
            assertThat(refused.refusal().precondition()).isEqualTo(precondition);
            assertThat(refused.refusal().sentence()).matches("[A-Z].*\\.");
        });
    }
}

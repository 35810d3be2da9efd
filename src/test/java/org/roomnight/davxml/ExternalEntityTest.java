package org.roomnight.davxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.roomnight.davxml.Bodies.utf8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A document type is refused, and nothing that it names is ever opened. */
@Timeout(20)
class ExternalEntityTest {

    private static final String CANARY = "canary-4711";
    private static final List<Function<byte[], Asked<?>>> READERS = List.of(
            DavBodies::propfind, DavBodies::proppatch, DavBodies::mkcalendar, DavBodies::mkcol, DavBodies::report);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE propfind><propfind xmlns='DAV:'><propname/></propfind>",
                "<!DOCTYPE a [<!ENTITY x 'y'>]><a/>",
                "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>",
                "<!DOCTYPE a [<!ENTITY a 'b'><!ENTITY c '&a;&a;'><!ENTITY d '&c;&c;'>]><a>&d;</a>",
                "<?xml version='1.0'?><!-- c --><!DOCTYPE a [<!ATTLIST a b CDATA 'c'>]><a/>"
            })
    void X_02_a_document_type_is_refused(String body) {
        READERS.forEach(
                reader -> Bodies.assertRefused(reader.apply(utf8(body)), 403, Names.dav("no-external-entities")));
    }

    @Test
    void X_03_no_file_and_no_socket_is_opened(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), CANARY);
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String http = "http://127.0.0.1:" + listener.getLocalPort() + "/x";
            Stream.of(secret.toUri().toString(), http, http.replace("http:", "ftp:"))
                    .flatMap(ExternalEntityTest::bodies)
                    .forEach(ExternalEntityTest::assertRefused);
            listener.setSoTimeout(50);
            assertThatThrownBy(listener::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    private static Stream<String> bodies(String address) {
        return Stream.of(
                        "<!DOCTYPE a SYSTEM '%s'><a/>",
                        "<!DOCTYPE a PUBLIC 'p' '%s'><a/>",
                        "<!DOCTYPE a [<!ENTITY x SYSTEM '%s'>]><a>&x;</a>",
                        "<!DOCTYPE a [<!ENTITY x SYSTEM '%s'>]><a b='&x;'/>",
                        "<!DOCTYPE a [<!ENTITY %% x SYSTEM '%s'> %%x;]><a/>",
                        "<!DOCTYPE a [<!ENTITY %% x PUBLIC 'p' '%s'> %%x; <!ENTITY y '%%x;'>]><a>&y;</a>",
                        "<!DOCTYPE a [<!NOTATION n SYSTEM '%1$s'><!ENTITY x SYSTEM '%1$s' NDATA n>]><a/>")
                .map(form -> form.formatted(address));
    }

    private static void assertRefused(String body) {
        for (var reader : READERS) {
            var asked = reader.apply(utf8(body));
            Bodies.assertRefused(asked, 403, Names.dav("no-external-entities"));
            assertThat(asked.toString()).doesNotContain(CANARY);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='file:///etc/passwd'/></a>",
                "<?xml-stylesheet href='file:///etc/passwd'?><a/>",
                "<a xmlns:x='http://www.w3.org/2001/XMLSchema-instance' x:schemaLocation='u file:///etc/passwd'/>"
            })
    void X_03_other_ways_to_name_a_file_are_data(String body) {
        Bodies.assertRefused(DavBodies.propfind(utf8(body)), 422);
    }
}

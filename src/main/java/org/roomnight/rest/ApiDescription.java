package org.roomnight.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roomnight.http.PublicAddress;
import org.roomnight.keys.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The description of the API for programs (OpenAPI 3.1). It is written by hand, a part a subject, in the folder {@code openapi}
 * beside this class; tests hold it to what the server does. Only the addresses and the issuer of tokens vary.
 */
final class ApiDescription {

    private static final String FRAME = "frame";
    private static final String TOKENS = "tokens";
    private static final List<String> PARTS = List.of(
            TOKENS,
            "connections",
            "calendar",
            "properties",
            "guest-rooms",
            "availability",
            "bookings",
            "booking-bodies",
            "blocks",
            "double-bookings");

    /** Octets of the hash that is the entity tag. */
    private static final int TAG_OCTETS = 16;

    private final PublicAddress publicAddress;
    private final @Nullable String outsideIssuer;
    private @Nullable Served made;

    /** Of a server that takes the tokens of an outside issuer, or of none: null. */
    ApiDescription(PublicAddress publicAddress, @Nullable String outsideIssuer) {
        this.publicAddress = publicAddress;
        this.outsideIssuer = outsideIssuer;
    }

    /** The document and its strong entity tag. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Served(byte[] octets, String tag) {}

    /** Made when it is first asked for, so that a start does not wait for it. */
    synchronized Served served() {
        if (made == null) {
            byte[] octets = JsonText.MAPPER.writeValueAsBytes(document());
            made = new Served(octets, tag(octets));
        }
        return made;
    }

    private ObjectNode document() {
        ObjectNode document = part(FRAME);
        ObjectNode components = object(document, "components");
        for (String name : PARTS) {
            if (outsideIssuer != null && name.equals(TOKENS)) {
                continue; // there are no such addresses then
            }
            ObjectNode part = part(name);
            object(document, "paths").setAll(object(part, "paths"));
            for (Map.Entry<String, JsonNode> section :
                    object(part, "components").properties()) {
                object(components, section.getKey()).setAll((ObjectNode) section.getValue());
            }
        }
        document.putArray("servers").addObject().put("url", publicAddress.whole(""));
        issuer(object(components, "securitySchemes"));
        return document;
    }

    private void issuer(ObjectNode schemes) {
        if (outsideIssuer == null) {
            ObjectNode flow = object(object(object(schemes, "clientCredentials"), "flows"), "clientCredentials");
            flow.put("tokenUrl", publicAddress.whole("/oauth2/token"));
            return;
        }
        schemes.remove("client");
        schemes.putObject("clientCredentials")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", "A token of the issuer " + outsideIssuer);
    }

    private static ObjectNode object(ObjectNode parent, String name) {
        return parent.withObjectProperty(name);
    }

    private static ObjectNode part(String name) {
        try (InputStream stream = ApiDescription.class.getResourceAsStream("openapi/" + name + ".json")) {
            return (ObjectNode) JsonText.MAPPER.readTree(stream);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String tag(byte[] octets) {
        return '"' + Sha256.hex(octets, TAG_OCTETS) + '"';
    }
}

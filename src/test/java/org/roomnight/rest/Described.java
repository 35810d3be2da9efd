package org.roomnight.rest;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.roomnight.TestServer;
import org.roomnight.http.PublicAddress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description of the API as tests read it: its operations, and whether a value is as a schema says. */
final class Described {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SCHEMAS = "#/components/schemas/";
    private static final Set<String> CONDITIONS = Set.of("if", "then", "else", "not");

    static final Described API = new Described();

    /** How members are read that no schema names. */
    enum Reading {
        /** As it is written. */
        OPEN,
        /** Answers have nothing that is not described. */
        CLOSED
    }

    /** A method of an address; its parameters are resolved and those of the address are among them. */
    record Operation(String method, String path, JsonNode node, List<JsonNode> parameters) {

        String id() {
            return node.get("operationId").stringValue();
        }

        List<String> names(String where) {
            return parameters.stream()
                    .filter(one -> one.get("in").stringValue().equals(where))
                    .map(one -> one.get("name").stringValue())
                    .toList();
        }

        /** The name of the schema of its JSON body. */
        Optional<String> body() {
            return node.at("/requestBody/content/application~1json/schema/$ref")
                    .asStringOpt()
                    .map(ref -> ref.substring(SCHEMAS.length()));
        }

        boolean isOf(String address) {
            return Pattern.matches(path.replaceAll("\\{[^}]*}", "[^/]*"), address);
        }

        @Override
        public String toString() {
            return id();
        }
    }

    private final JsonNode document;
    private final List<Operation> operations;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private Described() {
        this.document = JSON.readTree(new ApiDescription(PublicAddress.of(TestServer.PUBLIC_URL), null)
                .served()
                .octets());
        this.operations = document.get("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(one -> !one.getKey().equals("parameters"))
                        .map(one -> operation(one.getKey(), path.getKey(), path.getValue(), one.getValue())))
                .toList();
    }

    private Operation operation(String method, String path, JsonNode address, JsonNode node) {
        List<JsonNode> parameters = new ArrayList<>();
        address.path("parameters").forEach(one -> parameters.add(resolved(one)));
        node.path("parameters").forEach(one -> parameters.add(resolved(one)));
        return new Operation(method.toUpperCase(java.util.Locale.ROOT), path, node, parameters);
    }

    JsonNode document() {
        return document;
    }

    List<Operation> operations() {
        return operations;
    }

    Operation operation(String id) {
        return operations.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The operation that a request asks for; an address without variables wins. */
    Optional<Operation> asked(String method, String address) {
        return operations.stream()
                .filter(one -> one.method().equals(method) && one.isOf(address))
                .min(java.util.Comparator.comparing(
                        one -> one.path().chars().filter(c -> c == '{').count()));
    }

    /** What stands for it, where it is a reference. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").stringValue().substring(1)) : node;
    }

    JsonNode schema(String name) {
        return document.at("/components/schemas/" + name);
    }

    /** What is wrong with a value by a schema of the components. */
    List<String> faults(String name, JsonNode value, Reading reading) {
        return faults(JSON.createObjectNode().put("$ref", SCHEMAS + name), value, reading);
    }

    List<String> faults(JsonNode schema, JsonNode value, Reading reading) {
        return schemas
                .computeIfAbsent(reading + schema.toString(), _ -> registry.getSchema(root(schema, reading)))
                .validate(value)
                .stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }

    private JsonNode root(JsonNode schema, Reading reading) {
        ObjectNode components = (ObjectNode) document.at("/components/schemas").deepCopy();
        if (reading == Reading.CLOSED) {
            close(components);
        }
        ObjectNode root = (ObjectNode) schema.deepCopy();
        root.set("$defs", components);
        return JSON.readTree(root.toString().replace(SCHEMAS, "#/$defs/").replaceAll(",\"x-repaired\":\"[^\"]*\"", ""));
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        Map<String, JsonNode> inner = new HashMap<>();
        schema.properties().forEach(one -> inner.put(one.getKey(), one.getValue()));
        inner.keySet().removeAll(CONDITIONS);
        inner.values().forEach(Described::close);
        if (schema.isArray()) {
            schema.forEach(Described::close);
        }
    }
}

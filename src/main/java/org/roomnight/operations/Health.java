package org.roomnight.operations;

import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.roomnight.serving.OperationsPages.Page;

/** Liveness and readiness, in the shapes of Spring Boot's actuator; neither waits for anything. */
final class Health {

    static final String LIVENESS = "/actuator/health/liveness";
    static final String READINESS = "/actuator/health/readiness";

    private static final String JSON = "application/json";
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private final BooleanSupplier accepting;
    private final Readiness readiness;

    Health(BooleanSupplier accepting, Readiness readiness) {
        this.accepting = accepting;
        this.readiness = readiness;
    }

    static Page live() {
        return new Page(OK, JSON, "{\"status\":\"UP\"}");
    }

    /** With nothing that tells an outsider what is wrong. */
    Page ready() {
        return page(status(readiness.parts()), "");
    }

    /** With every part. */
    Page readyInDetail() {
        Map<String, Boolean> parts = readiness.parts();
        String details = parts.entrySet().stream()
                .map(part -> "\"%s\":{\"status\":\"%s\"}".formatted(part.getKey(), word(part.getValue())))
                .collect(Collectors.joining(","));
        return page(status(parts), ",\"components\":{%s}".formatted(details));
    }

    private String status(Map<String, Boolean> parts) {
        return accepting.getAsBoolean() ? word(!parts.containsValue(false)) : "OUT_OF_SERVICE";
    }

    private static Page page(String status, String more) {
        return new Page(status.equals("UP") ? OK : UNAVAILABLE, JSON, "{\"status\":\"%s\"%s}".formatted(status, more));
    }

    private static String word(boolean well) {
        return well ? "UP" : "DOWN";
    }
}

package org.roomnight.operations;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Optional;
import org.roomnight.serving.OperationsPages;

/**
 * The pages of the operations address, where Spring Boot's actuator has them; its own machinery costs a good part of a
 * start.
 */
final class ActuatorPages implements OperationsPages {

    static final String PROMETHEUS = "/actuator/prometheus";

    /** The text format that every Prometheus reads. */
    private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";

    private static final int OK = 200;

    private final Health health;
    private final PrometheusMeterRegistry registry;

    ActuatorPages(Health health, PrometheusMeterRegistry registry) {
        this.health = health;
        this.registry = registry;
    }

    @Override
    public Optional<Page> at(String path) {
        return switch (path) {
            case Health.LIVENESS -> Optional.of(Health.live());
            case Health.READINESS -> Optional.of(health.readyInDetail());
            case PROMETHEUS -> Optional.of(new Page(OK, METRICS, registry.scrape()));
            default -> Optional.empty();
        };
    }
}

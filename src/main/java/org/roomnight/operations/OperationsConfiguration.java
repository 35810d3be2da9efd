package org.roomnight.operations;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.roomnight.availability.ClaimListener;
import org.roomnight.availability.DecisionListener;
import org.roomnight.booking.BookingListener;
import org.roomnight.cluster.NodeNews;
import org.roomnight.http.Problems;
import org.roomnight.kernel.MonotonicClock;
import org.roomnight.keys.Seals;
import org.roomnight.serving.ConnectionCounts;
import org.roomnight.serving.OperationsPages;
import org.roomnight.storage.Database;
import org.roomnight.storage.Transactions;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The root configuration gives {@link OperationsSettings}. */
@Configuration(proxyBeanMethods = false)
class OperationsConfiguration {

    @Bean(destroyMethod = "close")
    PrometheusMeterRegistry meterRegistry(ConnectionCounts connections, NodeNews news) {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        List.of(
                        new JvmMemoryMetrics(),
                        new JvmThreadMetrics(),
                        new ProcessorMetrics(),
                        new FileDescriptorMetrics(),
                        new UptimeMetrics(),
                        new ConnectionMetrics(connections))
                .forEach(binder -> binder.bindTo(registry));
        BackgroundLog.installed()
                .ifPresent(log -> FunctionCounter.builder("roomnight.log.dropped", log, BackgroundLog::dropped)
                        .description("Log lines that standard output did not take in time")
                        .register(registry));
        FunctionCounter.builder("roomnight.news.unreadable", news, NodeNews::unreadable)
                .description("News between nodes that could not be read")
                .register(registry);
        return registry;
    }

    /** Listens to the collector until it is closed. */
    @Bean(destroyMethod = "close")
    JvmGcMetrics collectorMetrics(PrometheusMeterRegistry registry) {
        JvmGcMetrics metrics = new JvmGcMetrics();
        metrics.bindTo(registry);
        return metrics;
    }

    @Bean
    DecisionListener countedDecisions(Database database, PrometheusMeterRegistry registry) {
        return new CountedDecisions(database.transactions(), registry);
    }

    @Bean
    ClaimListener countedClashes(Database database, PrometheusMeterRegistry registry) {
        return new CountedClashes(database.transactions(), registry);
    }

    @Bean
    BookingListener countedStays(Database database, PrometheusMeterRegistry registry) {
        return new CountedStays(database.transactions(), registry);
    }

    /** In front of everything, so that what other filters refuse is counted too. */
    @Bean
    FilterRegistrationBean<CountingFilter> requestCounting(PrometheusMeterRegistry registry) {
        var filter = new FilterRegistrationBean<>(new CountingFilter(new RequestCounts(registry)));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    /** Closed by the context. Its own thread looks, so by the system's clock. */
    @Bean
    Readiness readiness(OperationsSettings settings, Database database, Seals seals) {
        Map<String, BooleanSupplier> checks = new LinkedHashMap<>();
        checks.put("database", database::answers);
        checks.put("writes", () -> database.transactions().longestWrite().compareTo(Transactions.STALLED) < 0);
        checks.put("keys", () -> database.transactions().read(seals::keysAreComplete));
        checks.put("disk", Readiness.room(settings.folder(), settings.minFreeOctets()));
        return new Readiness(checks, MonotonicClock.SYSTEM).looking();
    }

    @Bean
    Health health(ApplicationAvailability availability, Readiness readiness) {
        return new Health(() -> availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC, readiness);
    }

    @Bean
    OperationsPages operationsPages(Health health, PrometheusMeterRegistry registry) {
        return new ActuatorPages(health, registry);
    }

    @Bean
    FilterRegistrationBean<HealthFilter> healthOnTheMainPort(Health health, Problems problems) {
        var filter = new FilterRegistrationBean<>(new HealthFilter(health, problems));
        filter.addUrlPatterns("/actuator/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }
}

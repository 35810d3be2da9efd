package org.roomnight.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.roomnight.kernel.StartRefusedException;
import org.roomnight.kernel.StorageUnavailableException;
import org.roomnight.storage.InstanceLock;
import org.roomnight.storage.SqliteLibrary;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/** The running server: Spring's application and the lock on its database file. */
final class Server implements AutoCloseable {

    private final ConfigurableApplicationContext application;
    private final InstanceLock lock;
    private final Duration drain;

    private Server(ConfigurableApplicationContext application, InstanceLock lock, Duration drain) {
        this.application = application;
        this.lock = lock;
        this.drain = drain;
    }

    /** Starts; whatever stands against it is said by {@link StartRefusedException}. */
    static Server start(Class<?> application, Settings settings, Map<String, String> more) {
        DataFolder.make(settings.dataDir());
        SqliteLibrary.unpackBelow(settings.dataDir());
        InstanceLock lock = InstanceLock.acquire(settings.databaseAddress());
        try {
            DataFolder.removeHalves(settings.dataDir());
            return new Server(run(application, settings, more), lock, Duration.ofSeconds(settings.drainSeconds()));
        } catch (RuntimeException failure) {
            lock.close();
            throw refusal(settings, failure);
        }
    }

    private static ConfigurableApplicationContext run(
            Class<?> application, Settings settings, Map<String, String> more) {
        SpringApplication spring = new SpringApplication(application);
        spring.setBannerMode(Banner.Mode.OFF);
        spring.setRegisterShutdownHook(false);
        return spring.run(properties(settings, more).toArray(String[]::new));
    }

    /** As arguments, because those win over everything else that Spring reads. */
    private static List<String> properties(Settings settings, Map<String, String> more) {
        List<String> properties = new ArrayList<>();
        // A file of that name in the folder where somebody stands is none of ours.
        properties.add("--spring.config.location=classpath:/application.properties");
        for (Setting setting : Setting.values()) {
            settings.find(setting)
                    .filter(_ -> setting != Setting.PUBLIC_URL)
                    .ifPresent(value -> properties.add("--" + setting.property() + "=" + value));
        }
        // Unless it is set it follows from the port, which only the settings know.
        properties.add("--" + Setting.PUBLIC_URL.property() + "=" + settings.publicUrl());
        if (settings.find(Setting.LOG_FORMAT).filter("json"::equals).isPresent()) {
            properties.add("--logging.structured.format.console=logstash");
        }
        more.forEach((name, value) -> properties.add("--" + name + "=" + value));
        return properties;
    }

    /** Looks for a cause that an operator can do something about. */
    private static RuntimeException refusal(Settings settings, RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefusedException refused) {
                return refused;
            }
            if (cause instanceof PortInUseException) {
                return new StartRefusedException(
                        "Port %d is in use by another program, perhaps as the operations address of another Roomnight. Set ROOMNIGHT_PORT to a free one."
                                .formatted(settings.port()),
                        failure);
            }
            if (cause instanceof StorageUnavailableException) {
                return new StartRefusedException(
                        "The database cannot be used: %s.".formatted(cause.getMessage()), failure);
            }
        }
        return failure;
    }

    <T> T part(Class<T> type) {
        return application.getBean(type);
    }

    /** Ends with exit code 0 when it is told to stop; without this, a JVM that is told by a signal ends with 143. */
    void stopOnSignal(Runnable last) {
        Thread stop = Thread.ofPlatform().name("stop").unstarted(() -> {
            close();
            last.run();
            LastLines.write();
            Runtime.getRuntime().halt(CommandLine.OK);
        });
        Runtime.getRuntime().addShutdownHook(stop);
    }

    /** Says that it is not ready, lets load balancers hear it, finishes what is being answered, and stops. */
    @Override
    public void close() {
        AvailabilityChangeEvent.publish(application, ReadinessState.REFUSING_TRAFFIC);
        try {
            Thread.sleep(drain);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        application.close();
        lock.close();
    }
}

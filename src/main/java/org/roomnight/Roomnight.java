package org.roomnight;

import org.roomnight.cli.CommandLine;
import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.SpringProperties;

/** The program: the application that Spring starts, and the way to its commands. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(
        // Only classes of their own make up the program; nested ones belong to tests.
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\$.*"))
public class Roomnight {

    public static void main(String[] args) {
        if (Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
            // The build asks which beans there are; commands and settings have no part in that.
            SpringApplication.run(Roomnight.class, args);
            return;
        }
        CarrierThreads.provide();
        useBeansOfTheBuild();
        int exitCode = new CommandLine(Roomnight.class, System.getenv(), System.out, System.err).run(args);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    /** A build by a Maven on an older JVM has none; then Spring looks for them at the start, which takes longer. */
    private static void useBeansOfTheBuild() {
        if (Roomnight.class.getResource("Roomnight__ApplicationContextInitializer.class") != null) {
            SpringProperties.setFlag(AotDetector.AOT_ENABLED);
        }
    }
}

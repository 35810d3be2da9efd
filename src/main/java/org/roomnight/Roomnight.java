package org.roomnight;

import org.roomnight.cli.CommandLine;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** The program: the application that Spring starts, and the way to its commands. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(
        // Only classes of their own make up the program; nested ones belong to tests.
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\$.*"))
public class Roomnight {

    public static void main(String[] args) {
        int exitCode = new CommandLine(Roomnight.class, System.getenv(), System.out, System.err).run(args);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }
}

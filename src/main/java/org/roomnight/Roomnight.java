package org.roomnight;

import org.roomnight.cli.CommandLine;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;

/** The program: the application that Spring starts, and the way to its commands. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan
public class Roomnight {

    public static void main(String[] args) {
        int exitCode = new CommandLine(Roomnight.class, System.getenv(), System.out, System.err).run(args);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }
}

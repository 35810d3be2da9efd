package org.roomnight.operations;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Named in {@code META-INF/spring.factories}: called before there is any bean, after Spring has set up the log. */
final class BackgroundLogging implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        BackgroundLog.install();
    }
}

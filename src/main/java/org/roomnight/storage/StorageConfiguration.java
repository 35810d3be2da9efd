package org.roomnight.storage;

import org.roomnight.kernel.MonotonicClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

    @Bean
    Database database(DatabaseAddress address, MonotonicClock clock) {
        return Database.open(address, clock);
    }
}

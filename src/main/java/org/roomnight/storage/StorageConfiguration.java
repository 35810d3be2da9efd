package org.roomnight.storage;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

    @Bean
    Database database(DatabaseAddress address) {
        return Database.open(address);
    }
}

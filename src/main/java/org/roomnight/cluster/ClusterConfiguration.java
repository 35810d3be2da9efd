package org.roomnight.cluster;

import org.roomnight.storage.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClusterConfiguration {

    @Bean
    NodeNews nodeNews(Database database) {
        return database.sharedByNodes() ? new PostgresNews(database) : new OnlyNode();
    }
}

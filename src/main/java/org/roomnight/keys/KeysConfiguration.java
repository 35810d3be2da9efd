package org.roomnight.keys;

import java.security.SecureRandom;
import org.roomnight.storage.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The root configuration gives {@link KeySettings} and randomness. */
@Configuration(proxyBeanMethods = false)
class KeysConfiguration {

    @Bean
    KeyRing keyRing(KeySettings settings, Database database, SecureRandom random) {
        UsedKeyRows used = new UsedKeyRows(database.jdbc());
        return new KeyFile(settings.keyFile(), ServiceUser.current())
                .open(database.transactions().read(used::list), random);
    }

    @Bean
    Seals seals(Database database, KeyRing keys, SecureRandom random) {
        return new Seals(database.jdbc(), keys, random);
    }
}

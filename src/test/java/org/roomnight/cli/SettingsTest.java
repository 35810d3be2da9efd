package org.roomnight.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.roomnight.kernel.StartRefusedException;
import org.roomnight.storage.DatabaseAddress;

class SettingsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PORT | 65536",
                "PORT | -1",
                "PORT | 080",
                "ADDRESS | host name",
                "ADDRESS | 256.0.0.1",
                "PUBLIC_URL | calendar.example.com",
                "PUBLIC_URL | ftp://example.com",
                "PUBLIC_URL | https://example.com/?a=b",
                "PUBLIC_URL | https://user:secret@example.com/",
                "DATABASE_URL | mysql://localhost/roomnight",
                "DATABASE_URL | jdbc:h2:mem:x",
                "OAUTH_ISSUER | issuer",
                "OAUTH_JWKS_URL | keys",
                "TRUSTED_PROXIES | 10.0.0.0/33",
                "TRUSTED_PROXIES | 10.0.0.1,proxy",
                "LOG_LEVEL | loud",
                "LOG_FORMAT | xml",
                "DRAIN_SECONDS | 61",
                "SHUTDOWN_SECONDS | 0",
                "SHUTDOWN_SECONDS | 301",
                "MIN_FREE_MEGABYTES | much",
            })
    void a_bad_value_is_refused_with_the_name_and_what_it_accepts(Setting setting, String value) {
        assertThatThrownBy(() -> new Settings(Map.of(setting, value)))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining(setting.variable())
                .hasMessageContaining(setting.accepts());
    }

    @Test
    void a_database_url_is_not_repeated_in_the_refusal_for_it_may_hold_a_password() {
        assertThatThrownBy(() -> new Settings(Map.of(Setting.DATABASE_URL, "mysql://user:hush@localhost/x")))
                .hasMessageNotContaining("hush");
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void every_setting_says_what_it_is_for(Setting setting) {
        assertThat(setting.sentence()).endsWith(".").hasSizeGreaterThan(10);
        assertThat(setting.variable()).matches("ROOMNIGHT_[A-Z_]+");
    }

    @Test
    void the_environment_wins_over_the_file() throws IOException {
        Path file = file("port=1234\ndatabase.url=postgresql://db:5432/rooms\n");
        Settings settings = new SettingsReader(Map.of("ROOMNIGHT_PORT", "4321")).read(file);
        assertThat(settings.port()).isEqualTo(4321);
        assertThat(settings.databaseAddress()).isInstanceOf(DatabaseAddress.Postgres.class);
    }

    @Test
    void the_file_in_the_data_folder_is_read_when_no_other_is_named() throws IOException {
        file("port=1234\n");
        Settings settings = new SettingsReader(Map.of("ROOMNIGHT_DATA_DIR", folder.toString())).read(null);
        assertThat(settings.port()).isEqualTo(1234);
        assertThat(settings.publicUrl()).isEqualTo("http://localhost:1234");
    }

    @Test
    void an_unknown_variable_is_refused_and_the_nearest_name_suggested() {
        assertThatThrownBy(() -> new SettingsReader(Map.of("ROOMNIGHT_PROT", "1")).read(null))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("ROOMNIGHT_PROT")
                .hasMessageContaining("Did you mean ROOMNIGHT_PORT?");
    }

    @Test
    void an_unknown_key_of_the_file_is_refused_and_the_nearest_suggested() throws IOException {
        Path file = file("public_url=https://example.com\n");
        assertThatThrownBy(() -> new SettingsReader(Map.of()).read(file))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("Did you mean public-url?");
    }

    @Test
    void a_settings_file_that_is_named_must_be_there() {
        assertThatThrownBy(() -> new SettingsReader(Map.of("ROOMNIGHT_CONFIG", "/no/such/file")).read(null))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("ROOMNIGHT_CONFIG");
    }

    @Test
    void without_settings_there_is_a_file_database_and_the_usual_port() {
        Settings settings = new Settings(Map.of(Setting.DATA_DIR, folder.toString()));
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.databaseAddress()).isEqualTo(DatabaseAddress.sqlite(folder.resolve("roomnight.db")));
        assertThat(settings.trustedProxies()).isEmpty();
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("roomnight.properties"), text);
    }
}

package org.roomnight.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roomnight.Roomnight;

class CommandLineTest {

    @TempDir
    Path folder;

    /** What a call ended with. */
    private record Ended(int exitCode, String out, String err) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "srve",
                "client",
                "client make",
                "account create",
                "account create A B",
                "client create --account x",
                "client create --nam x",
                "client revoke",
                "demo --port",
                "demo --port=",
                "demo --port many",
                "demo --now yesterday",
                "demo --port 1 --port 2",
                "help nonsense",
                "--config",
            })
    void what_is_not_understood_is_one_sentence_and_exit_code_2(String line) {
        Ended ended = call(line.split(" "));
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err())
                .startsWith("roomnight: ")
                .doesNotContain("\tat ")
                .hasLineCount(1);
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void the_command_that_was_probably_meant_is_suggested() {
        assertThat(call("srve").err()).contains("Did you mean 'serve'?");
        assertThat(call("client", "lst").err()).contains("client list");
        assertThat(call("demo", "--prot", "1").err()).contains("Did you mean --port?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "--help", "-h", "help demo", "demo --help", "help client", "help settings"})
    void help_is_given_without_touching_anything(String line) {
        Ended ended = call(line.split(" "));
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out())
                .hasLineCount(Math.max(3, (int) ended.out().lines().count()));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void help_settings_names_every_setting() {
        String out = call("help", "settings").out();
        for (Setting setting : Setting.values()) {
            assertThat(out).contains(setting.variable(), setting.accepts());
        }
    }

    @Test
    void a_bad_setting_is_one_sentence_and_exit_code_1() {
        Ended ended = call(Map.of("ROOMNIGHT_PORT", "many"), "client", "list");
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err()).contains("ROOMNIGHT_PORT").hasLineCount(1);
    }

    @Test
    void a_client_is_made_listed_and_revoked() {
        String account =
                find("account: +(\\S+)", call("account", "create", "Harbour").out());
        Ended made = call("client", "create", "--account", account, "--name", "PMS", "--scope", "booking.read");
        String id = find("client id: +(\\S+)", made.out());
        String secret = find("client secret: +(\\S+)", made.out());

        assertThat(call("client", "list").out())
                .contains(id, "PMS", "booking.read")
                .doesNotContain(secret);
        assertThat(call("client", "revoke", id).exitCode()).isZero();
        assertThat(call("client", "list").out()).contains("(revoked)");
        assertThat(call("client", "revoke", id).exitCode()).isEqualTo(1);
        assertThat(call("client", "revoke", "nobody").err()).contains("There is no client nobody.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client list",
                "client revoke x",
                "client create --account 00000000-0000-4000-8000-000000000000 --name x",
                "usage",
                "restored",
            })
    void what_only_asks_makes_no_database_where_there_is_none(String line) {
        Ended ended = call(line.split(" "));
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err()).contains("There is no database").hasLineCount(1);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_client_of_an_unknown_account_or_scope_is_not_made() {
        call("account", "create", "Harbour");
        String unknown = "00000000-0000-4000-8000-000000000000";
        assertThat(call("client", "create", "--account", unknown, "--name", "x").err())
                .contains("no account");
        assertThat(call("client", "create", "--account", unknown, "--name", "x", "--scope", "booking.raed")
                        .err())
                .contains("Did you mean booking.read?");
    }

    private static String find(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    private Ended call(String... words) {
        return call(Map.of(), words);
    }

    private Ended call(Map<String, String> environment, String... words) {
        Map<String, String> all = new java.util.HashMap<>(environment);
        all.put("ROOMNIGHT_DATA_DIR", folder.toString());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = new CommandLine(
                        Roomnight.class, all, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8))
                .run(words);
        return new Ended(exitCode, out.toString(UTF_8), err.toString(UTF_8));
    }
}

package org.roomnight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher's search for a JDK, its build and its start, with stand-ins for the JDK and for Maven. */
final class LauncherTest {

    @TempDir
    private Path folder;

    private LauncherFixture launcher;

    @BeforeEach
    void a_machine_whose_java_is_17() throws IOException {
        launcher = new LauncherFixture(folder);
        launcher.jdk("on the path", "17.0.15");
    }

    @Test
    void picks_25_over_17() throws Exception {
        launcher.jdk("places/jdk-17", "17.0.15");
        var wanted = launcher.jdk("places/jdk 25", "25.0.3");

        assertThat(launcher.findJdk().out()).isEqualTo(wanted + "\n");
    }

    @Test
    void picks_the_oldest_that_fits() throws Exception {
        launcher.jdk("places/a-27", "27-ea");
        var wanted = launcher.jdk("places/b-25", "25");

        assertThat(launcher.findJdk().out()).isEqualTo(wanted + "\n");
    }

    @Test
    void picks_java_home_where_it_fits() throws Exception {
        launcher.jdk("places/jdk-25", "25.0.3");
        var wanted = launcher.jdk("home", "26.0.1");
        launcher.set("JAVA_HOME", wanted);

        assertThat(launcher.findJdk().out()).isEqualTo(wanted + "\n");
    }

    @Test
    void passes_over_a_java_home_that_is_too_old() throws Exception {
        launcher.set("JAVA_HOME", launcher.jdk("home", "1.8.0_402"));
        var wanted = launcher.jdk("places/jdk-25", "25.0.3");

        assertThat(launcher.findJdk().out()).isEqualTo(wanted + "\n");
    }

    @Test
    void picks_the_jdk_of_the_java_on_the_path() throws Exception {
        var wanted = launcher.jdk("on the path", "25.0.3");

        assertThat(launcher.findJdk().out()).isEqualTo(wanted.toRealPath() + "\n");
    }

    @Test
    void asks_java_itself_where_there_is_no_release_file() throws Exception {
        var wanted = launcher.jdk("places/jdk", "25.0.3");
        Files.delete(wanted.resolve("release"));

        assertThat(launcher.findJdk().out()).isEqualTo(wanted + "\n");
    }

    @Test
    void says_what_to_install_where_there_is_none() throws Exception {
        launcher.jdk("places/jdk-24", "24.0.2");
        Files.delete(launcher.jdk("places/jre-25", "25.0.3").resolve("bin/javac"));

        var answer = launcher.findJdk();

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("needs a JDK 25 or newer").contains("ROOMNIGHT_JAVA_HOME");
        assertThat(answer.out()).isEmpty();
    }

    @Test
    void refuses_an_explicit_choice_that_does_not_fit() throws Exception {
        launcher.jdk("places/jdk-25", "25.0.3");
        launcher.set("ROOMNIGHT_JAVA_HOME", launcher.jdk("mine", "21.0.1"));

        var answer = launcher.findJdk();

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("ROOMNIGHT_JAVA_HOME is").contains("mine");
    }

    @Test
    void builds_once_and_passes_every_argument_on() throws Exception {
        launcher.jdk("places/jdk-25", "25.0.3");

        var first = launcher.start("client", "create", "a name");
        var second = launcher.start("help");

        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out()).endsWith("[client] [create] [a name]\n");
        assertThat(first.err()).contains("compiling").contains("packaging").contains("built in");
        assertThat(second.out()).endsWith("[help]\n");
        assertThat(second.err()).isEmpty();
        assertThat(launcher.builds()).isEqualTo(1);
    }

    @Test
    void builds_again_when_a_source_is_newer() throws Exception {
        launcher.jdk("places/jdk-25", "25.0.3");
        launcher.start("help");

        Files.setLastModifiedTime(
                launcher.project().resolve("pom.xml"), FileTime.from(Instant.parse("2100-01-01T00:00:00Z")));
        launcher.start("help");

        assertThat(launcher.builds()).isEqualTo(2);
    }

    @Test
    void two_starts_at_once_build_once() throws Exception {
        launcher.jdk("places/jdk-25", "25.0.3");

        var first = launcher.begin("one");
        var second = launcher.begin("two");

        assertThat(first.answer().out()).endsWith("[one]\n");
        assertThat(second.answer().out()).endsWith("[two]\n");
        assertThat(launcher.builds()).isEqualTo(1);
    }

    @Test
    void a_failed_training_does_not_stop_the_start() throws Exception {
        launcher.jdk("places/jdk-25", "25.0.3");

        var answer = launcher.start("help");

        assertThat(answer.err()).contains("no start-up cache, so starts take longer");
        assertThat(answer.out()).doesNotContain("AOTCache").endsWith("[help]\n");
    }

    @Test
    void a_failed_build_shows_the_end_of_the_log_and_its_name() throws Exception {
        launcher.jdk("places/jdk-25", "25.0.3");
        Files.writeString(launcher.project().resolve("broken"), "");

        var answer = launcher.start("help");

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("COMPILATION ERROR").contains("roomnight-build.log");
    }

    @Test
    void another_collector_takes_the_place_of_ours() throws Exception {
        launcher.jdk("places/jdk-25", "25.0.3");
        launcher.set("ROOMNIGHT_JAVA_OPTS", "-XX:+UseG1GC -Xmx1g");

        var answer = launcher.start("help");

        assertThat(answer.out()).contains("-XX:+UseG1GC -Xmx1g").doesNotContain("UseSerialGC");
    }

    @Test
    void what_does_not_go_together_with_the_callers_options_is_left_out() throws Exception {
        launcher.jdk("places/jdk-25", "25.0.3");
        launcher.set("ROOMNIGHT_JAVA_OPTS", "-Xmx16m");
        assertThat(launcher.start("help").out())
                .contains("-XX:+UseSerialGC -Xmx16m")
                .doesNotContain("-Xms32m")
                .endsWith("[help]\n");

        launcher.set("ROOMNIGHT_JAVA_OPTS", "-XX:GCTimeRatio=9");
        assertThat(launcher.start("help").out())
                .contains("--enable-native-access")
                .doesNotContain("UseSerialGC");
    }

    @Test
    void the_start_up_cache_is_left_out_first() throws Exception {
        launcher.jdk("places/jdk-25", "25.0.3");
        launcher.start("help");
        launcher.pretendATrainedCache();
        assertThat(launcher.start("help").out()).contains("-XX:AOTCache=");
        launcher.set("ROOMNIGHT_JAVA_OPTS", "-Xmn64m");

        assertThat(launcher.start("help").out()).contains("-Xms32m", "-Xmn64m").doesNotContain("AOTCache");
    }

    @Test
    void an_option_that_the_jvm_does_not_know_ends_in_a_sentence() throws Exception {
        launcher.jdk("places/jdk-25", "25.0.3");
        launcher.set("ROOMNIGHT_JAVA_OPTS", "-XX:+Nonsense");

        var answer = launcher.start("help");

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err())
                .contains("The JVM does not start with these options")
                .contains("Unrecognized VM option 'Nonsense'");
        assertThat(answer.out()).isEmpty();
    }

    @Test
    void starts_through_a_symbolic_link_from_another_folder() throws Exception {
        launcher.jdk("places/jdk-25", "25.0.3");
        var link = Files.createSymbolicLink(
                folder.resolve("link"), launcher.project().resolve("roomnight"));

        var answer = launcher.run(link.toString(), "help").answer();

        assertThat(answer.out()).as(answer.err()).endsWith("[help]\n");
    }
}

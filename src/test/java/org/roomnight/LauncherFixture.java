package org.roomnight;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A copy of the launcher in a folder with a blank in its name, with stand-ins around it.
 *
 * <pre>
 * folder/on the path/bin/java    what 'java' on the PATH is
 * folder/places/*                the usual places of JDKs
 * folder/tools/mvn               a Maven that notes that it ran, in a second
 * folder/the project/            roomnight, scripts, pom.xml
 * </pre>
 */
final class LauncherFixture {

    /** Answers -version, where it refuses some flags, unpacks, fails in training, and otherwise prints flags and arguments. */
    private static final String JAVA = """
        #!/bin/bash
        case "$*" in
          -version) echo 'openjdk version "VERSION" 2026-04-21' >&2 ;;
          *jarmode=tools*) mkdir -p "${!#}" && touch "${!#}/roomnight.jar" ;;
          *AOTCacheOutput*) exit 1 ;;
          *AOTCache=*-Xmn*-version) exit 1 ;;
          *-Xms32m*-Xmx16m*-version) echo 'Initial heap size set to a larger value' >&2; exit 1 ;;
          *-XX:+UseSerialGC*-XX:GCTimeRatio*-version) exit 1 ;;
          *Nonsense*-version) echo "Unrecognized VM option 'Nonsense'" >&2; exit 1 ;;
          *-version) ;;
          *)
            while [ "$1" != -jar ]; do flags="$flags $1"; shift; done
            shift 2
            echo "$flags"
            echo $(printf '[%s] ' "$@")
            ;;
        esac
        """;

    private static final String MAVEN = """
        #!/bin/bash
        echo "$*" >>builds
        echo '[INFO] --- compiler:3.15.0:compile (default-compile) @ roomnight ---'
        if [ -e broken ]; then echo '[ERROR] COMPILATION ERROR'; exit 1; fi
        sleep 1
        echo '[INFO] --- jar:3.5.1:jar (default-jar) @ roomnight ---'
        touch target/roomnight.jar
        """;

    private final Path folder;
    private final Path project;
    private final Map<String, String> environment = new HashMap<>();

    LauncherFixture(Path folder) throws IOException {
        this.folder = folder;
        this.project = Files.createDirectories(folder.resolve("the project"));
        Files.createDirectories(project.resolve("src/main"));
        Files.createDirectories(project.resolve("scripts"));
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        Files.copy(Path.of("roomnight"), project.resolve("roomnight"));
        try (var scripts = Files.newDirectoryStream(Path.of("scripts"), "*.sh")) {
            for (var script : scripts) {
                Files.copy(script, project.resolve("scripts").resolve(script.getFileName()));
            }
        }
        executable(folder.resolve("tools/mvn"), MAVEN);
        environment.put("PATH", folder.resolve("on the path/bin") + ":" + folder.resolve("tools") + ":/usr/bin:/bin");
        environment.put("HOME", folder.toString());
        environment.put("ROOMNIGHT_JDK_PLACES", folder.resolve("places").toString());
    }

    Path project() {
        return project;
    }

    void set(String name, Object value) {
        environment.put(name, value.toString());
    }

    /** Makes a stand-in for a JDK and returns its folder. */
    Path jdk(String name, String version) throws IOException {
        var home = folder.resolve(name);
        executable(home.resolve("bin/java"), JAVA.replace("VERSION", version));
        executable(home.resolve("bin/javac"), "");
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
        return home;
    }

    Answer findJdk() throws IOException, InterruptedException {
        return run("bash", "-c", "set -euo pipefail; . scripts/say.sh; . scripts/jdk.sh; find_jdk")
                .answer();
    }

    Answer start(String... arguments) throws IOException, InterruptedException {
        return begin(arguments).answer();
    }

    Running begin(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("./roomnight"));
        command.addAll(List.of(arguments));
        return run(command.toArray(String[]::new));
    }

    Running run(String... command) throws IOException {
        var out = Files.createTempFile(folder, "out", "");
        var err = Files.createTempFile(folder, "err", "");
        var builder = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new Running(builder.start(), out, err);
    }

    /** Puts a cache beside the log of each training that failed. */
    void pretendATrainedCache() throws IOException {
        try (var files = Files.walk(project.resolve("target"))) {
            for (var log :
                    files.filter(file -> file.toString().endsWith(".aot.log")).toList()) {
                Files.writeString(Path.of(log.toString().replaceFirst("\\.log$", "")), "");
            }
        }
    }

    /** How often Maven ran. */
    long builds() throws IOException {
        return Files.readAllLines(project.resolve("builds")).size();
    }

    private static void executable(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("cannot make %s executable".formatted(file));
        }
    }

    record Running(Process process, Path out, Path err) {
        Answer answer() throws IOException, InterruptedException {
            var code = process.waitFor();
            return new Answer(code, Files.readString(out), Files.readString(err));
        }
    }

    record Answer(int code, String out, String err) {}
}

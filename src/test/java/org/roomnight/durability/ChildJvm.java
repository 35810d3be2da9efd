package org.roomnight.durability;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * How the tests start a JVM with the classes under test: the test's own class path, with flags for a fast start. The
 * class folders are packed into one jar, because the JVM's AOT cache takes nothing else; that cache is made by a first
 * start of each kind and roughly halves the later ones.
 */
final class ChildJvm {

    private static final Path FOLDER = temporary();
    private static final Path TESTS = folderOf(ChildJvm.class);
    private static final List<String> CLASS_PATH = packed();
    private static final Map<String, List<String>> CACHES = new ConcurrentHashMap<>();

    private ChildJvm() {}

    /** A first run of a program, which has to end by itself with exit code 0; it gets the options to run with. */
    interface Rehearsal {

        void run(List<String> options) throws IOException, InterruptedException;
    }

    /** Which classes a program gets. */
    enum Classes {
        /** What a release has: Spring would find the configurations of tests too. */
        OF_THE_SERVER,
        AND_OF_THE_TESTS
    }

    /** The command up to the main class; the folder is for temporary files. */
    static List<String> command(Classes classes, Path folder, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx320m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                // Who is killed cannot clean up: the test's folder does it.
                "-Djava.io.tmpdir=" + folder));
        command.addAll(options);
        List<String> parts = switch (classes) {
            case OF_THE_SERVER -> CLASS_PATH.subList(1, CLASS_PATH.size());
            case AND_OF_THE_TESTS -> CLASS_PATH;
        };
        command.addAll(List.of("-cp", String.join(File.pathSeparator, parts)));
        return command;
    }

    /** Options that make a start of this kind faster. */
    static List<String> fast(String kind, Rehearsal rehearsal) {
        return CACHES.computeIfAbsent(kind, _ -> {
            Path cache = FOLDER.resolve(kind + ".aot");
            try {
                rehearsal.run(List.of("-XX:AOTCacheOutput=" + cache, "-Xlog:aot*=off", "-Xlog:cds*=off"));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
            // Without a cache the tests are slower, not wrong.
            return Files.exists(cache)
                    ? List.of("-XX:AOTCache=" + cache, "-Xlog:aot*=off", "-Xlog:cds*=off")
                    : List.of();
        });
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("roomnight-durability");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path folderOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The tests' own jar comes first. */
    private static List<String> packed() {
        List<String> jars = new ArrayList<>();
        List<Path> folders = new ArrayList<>();
        for (String part : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (part.endsWith(".jar")) {
                jars.add(part);
            } else if (!part.isEmpty() && Files.isDirectory(Path.of(part))) {
                folders.add(Path.of(part).toAbsolutePath());
            }
        }
        folders.remove(TESTS);
        folders.addFirst(TESTS);
        try {
            for (int i = 0; i < folders.size(); i++) {
                Path jar = FOLDER.resolve("classes-%d.jar".formatted(i));
                pack(folders.get(i), jar);
                jars.add(i, jar.toString());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return List.copyOf(jars);
    }

    private static void pack(Path folder, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> found = Files.walk(folder)) {
            out.setLevel(0);
            for (Path path : found.sorted().toList()) {
                String name = folder.relativize(path).toString().replace(File.separatorChar, '/');
                boolean isFolder = Files.isDirectory(path);
                if (name.isEmpty()) {
                    continue;
                }
                // Spring's search for configurations needs the folders' entries too.
                JarEntry entry = new JarEntry(isFolder ? name + "/" : name);
                entry.setLastModifiedTime(FileTime.fromMillis(0));
                out.putNextEntry(entry);
                if (!isFolder) {
                    Files.copy(path, out);
                }
                out.closeEntry();
            }
        }
    }

    static List<String> with(List<String> command, String... more) {
        return Stream.concat(command.stream(), Arrays.stream(more)).toList();
    }
}

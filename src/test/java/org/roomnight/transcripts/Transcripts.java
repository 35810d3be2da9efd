package org.roomnight.transcripts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The folder of transcripts: a folder an area, in it numbered files, and bodies that they name in {@code files}. */
final class Transcripts {

    static final Path FOLDER = Path.of("src/test/resources/transcripts");

    private Transcripts() {}

    static List<String> areas() {
        return list(FOLDER, Files::isDirectory).stream()
                .map(folder -> folder.getFileName().toString())
                .toList();
    }

    /** Those of an area, in the order of their numbers. */
    static List<Transcript> of(String area) {
        return list(FOLDER.resolve(area), file -> file.getFileName().toString().matches("[0-9]{3}-[a-z0-9-]+\\.http"))
                .stream()
                .map(TranscriptReader::read)
                .toList();
    }

    static List<Path> list(Path folder, Predicate<Path> wanted) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(wanted).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Whatever lies there, at any depth. */
    static List<Path> files() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

package org.roomnight.transcripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing lies in the folder of transcripts that is not played, and each says where it comes from. */
final class TranscriptFolderTest {

    private static List<Transcript> all() {
        return Transcripts.areas().stream()
                .flatMap(area -> Transcripts.of(area).stream())
                .toList();
    }

    @Test
    void every_transcript_says_what_it_is_and_where_it_comes_from() {
        assertThat(all()).isNotEmpty().allSatisfy(transcript -> {
            assertThat(transcript.comment().getFirst()).isNotBlank().doesNotStartWith(Transcript.PROVENANCE);
            assertThat(transcript.provenance()).as(transcript.file().toString()).isPresent();
            assertThat(transcript.steps()).isNotEmpty();
        });
    }

    @Test
    void every_request_has_an_answer() {
        List<String> unanswered = all().stream()
                .flatMap(transcript -> transcript.steps().stream()
                        .filter(step -> step instanceof Transcript.Exchange exchange && exchange.expected() == null)
                        .map(step -> "%s:%d".formatted(transcript.file(), step.line())))
                .toList();
        assertThat(unanswered).isEmpty();
    }

    @Test
    void every_file_is_a_transcript_or_is_named_by_one() {
        TreeSet<Path> used = new TreeSet<>();
        all().forEach(transcript -> used.add(transcript.file()));
        for (Transcript transcript : all()) {
            for (Path body : bodies(transcript.file().resolveSibling("files"))) {
                String name = "@files/" + body.getFileName();
                if (transcript.lines().stream().anyMatch(line -> line.matches(".*" + name + "(<.*)?"))) {
                    used.add(body);
                }
            }
        }
        assertThat(Transcripts.files()).containsExactlyElementsOf(used);
    }

    private static List<Path> bodies(Path folder) {
        return Files.isDirectory(folder) ? Transcripts.list(folder, Files::isRegularFile) : List.of();
    }

    @Test
    void calendar_objects_in_files_have_the_line_ends_of_the_wire() throws IOException {
        for (Path file : Transcripts.files()) {
            if (file.toString().endsWith(".ics")) {
                String text = Files.readString(file);
                assertThat(Texts.visible(text))
                        .as(file.toString())
                        .doesNotContain("&#")
                        .endsWith("\n");
            }
        }
    }

    @Test
    void numbers_count_from_one_in_each_area() {
        for (String area : Transcripts.areas()) {
            List<Integer> numbers = Transcripts.of(area).stream()
                    .map(transcript -> String.valueOf(transcript.file().getFileName()))
                    .map(name -> Integer.parseInt(name.substring(0, 3)))
                    .toList();
            assertThat(numbers)
                    .as(area)
                    .containsExactlyElementsOf(Stream.iterate(1, number -> number + 1)
                            .limit(numbers.size())
                            .toList());
        }
    }
}

package org.roomnight.transcripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What calendar programs send, from finding the account to deleting an entry, is answered as it was written down. */
interface TranscriptContract {

    Stage stage();

    @ParameterizedTest
    @MethodSource("org.roomnight.transcripts.Transcripts#areas")
    default void an_area_is_answered_as_its_transcripts_say(String area) {
        Stage.Scene scene = stage().scene(area);
        List<Path> played = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Transcript transcript : Transcripts.of(area)) {
            Player player = new Player(transcript, scene);
            if (Golden.wanted(System.getProperty(Golden.PROPERTY), System.getenv("CI"))) {
                new Golden(transcript, player).update();
            } else {
                problems.addAll(player.problems());
            }
            played.add(transcript.file());
        }
        assertThat(problems).as("%d problems", problems.size()).isEmpty();
        assertThat(played)
                .isNotEmpty()
                .containsExactlyElementsOf(Transcripts.files().stream()
                        .filter(file -> file.startsWith(Transcripts.FOLDER.resolve(area)))
                        .filter(file -> !file.startsWith(
                                Transcripts.FOLDER.resolve(area).resolve("files")))
                        .toList());
    }
}

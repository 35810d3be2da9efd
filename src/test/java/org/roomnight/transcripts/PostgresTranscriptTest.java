package org.roomnight.transcripts;

final class PostgresTranscriptTest implements TranscriptContract {

    @Override
    public Stage stage() {
        return Stage.postgres();
    }
}

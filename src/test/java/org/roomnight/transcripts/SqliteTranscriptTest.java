package org.roomnight.transcripts;

final class SqliteTranscriptTest implements TranscriptContract {

    @Override
    public Stage stage() {
        return Stage.sqlite();
    }
}

package org.roomnight.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps, outside of the database, how far its history had come when this node last looked. Only its owner may read it. */
final class HistoryFile {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryFile.class);

    private static final Pattern LINE =
            Pattern.compile("roomnight-history-1 ([0-9a-f]{1,64}) ([0-9]{1,18}) ([0-9]{1,18})\\s*");

    private final Path file;

    HistoryFile(Path file) {
        this.file = file;
    }

    /** What was written last; empty where nothing can be read, as at the first start. */
    Optional<HistoryPosition> read() {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            Matcher line = LINE.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
            if (line.matches()) {
                return Optional.of(new HistoryPosition(
                        line.group(1), Long.parseLong(line.group(2)), Long.parseLong(line.group(3))));
            }
            LOG.warn("event=history-file-damaged file={}", file);
        } catch (IOException failure) {
            LOG.warn("event=history-file-not-read file={} reason={}", file, failure.toString());
        }
        return Optional.empty();
    }

    /** Puts a whole new file in the place of the old one; a failure is logged, for the marks are safe without it. */
    void write(HistoryPosition position) {
        String line = "roomnight-history-1 %s %d %d\n"
                .formatted(position.database(), position.sinceMillis(), position.changes());
        Path written = file.resolveSibling(file.getFileName() + ".new");
        try {
            PrivateRights.makeFile(written);
            try (FileChannel channel = FileChannel.open(
                    written,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
                channel.force(true);
            }
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            LOG.warn("event=history-file-not-written file={} reason={}", file, failure.toString());
        }
    }
}

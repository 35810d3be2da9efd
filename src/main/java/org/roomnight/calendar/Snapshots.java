package org.roomnight.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.roomnight.kernel.HistoryMark;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Revision;
import org.roomnight.kernel.Stamp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rendered calendars on disk: one file a property, a line about it and then its gzip form. A file that is damaged or was
 * written by another version is as good as none.
 */
final class Snapshots implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);

    /** Raise it when the same revision would be rendered to other bytes. */
    private static final String FORMAT = "roomnight-calendar-2";

    private static final int MAX_FIRST_LINE = 256;
    private static final int FIELDS = 7;

    /** Memory for calendars that wait for a slow disk, in octets, less where the heap is small; others are not saved. */
    static final long MAX_WAITING_OCTETS =
            Math.min(16L * 1024 * 1024, Runtime.getRuntime().maxMemory() / 16);

    private final Path folder;
    private final Map<PropertyId, RenderedCalendar> waiting = new HashMap<>();
    private long waitingOctets;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("snapshot-writer").daemon().factory());

    Snapshots(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Saves it soon and off the path of the caller; only the newest one that waits is written. */
    void saveLater(PropertyId property, RenderedCalendar rendered) {
        if (putWaiting(property, rendered)) {
            writer.execute(() -> takeWaiting(property).ifPresent(newest -> save(property, newest)));
        }
    }

    /** Whether it waits and has to be written; an older one that waits is of no use any more. */
    synchronized boolean putWaiting(PropertyId property, RenderedCalendar rendered) {
        Optional<RenderedCalendar> older = takeWaiting(property);
        if (waitingOctets > 0 && waitingOctets + rendered.weight() > MAX_WAITING_OCTETS) {
            LOG.warn("event=snapshot-not-written property={} reason=\"too many wait\"", property);
            return false;
        }
        waiting.put(property, rendered);
        waitingOctets += rendered.weight();
        return older.isEmpty();
    }

    private synchronized Optional<RenderedCalendar> takeWaiting(PropertyId property) {
        Optional<RenderedCalendar> taken = Optional.ofNullable(waiting.remove(property));
        waitingOctets -= taken.map(RenderedCalendar::weight).orElse(0);
        return taken;
    }

    /** Writes a new file and puts it in the place of the old one; a failure is logged, for this is only a copy. */
    void save(PropertyId property, RenderedCalendar rendered) {
        try {
            Path written = Files.createTempFile(folder, property.toString(), ".new");
            try (FileChannel file = FileChannel.open(written, StandardOpenOption.WRITE)) {
                file.write(new ByteBuffer[] {
                    ByteBuffer.wrap(firstLine(rendered).getBytes(StandardCharsets.US_ASCII)),
                    ByteBuffer.wrap(rendered.gzip())
                });
                file.force(false);
            }
            Files.move(written, file(property), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            LOG.warn("event=snapshot-not-written property={} reason={}", property, failure.toString());
        }
    }

    private static String firstLine(RenderedCalendar rendered) {
        String about = String.join(
                " ",
                FORMAT,
                Long.toString(rendered.head().stamp().revision().value()),
                rendered.head().stamp().mark().text(),
                Long.toString(rendered.head().stamp().changedAt().toEpochMilli()),
                rendered.head().etag(),
                Long.toString(rendered.identityLength()));
        return about + " " + checksum(about, rendered.gzip()) + "\n";
    }

    /** Of the line too: a damaged length or entity tag would be as bad as damaged events. */
    private static String checksum(String about, byte[] gzip) {
        MessageDigest digest = EntityTags.digest();
        digest.update(about.getBytes(StandardCharsets.US_ASCII));
        digest.update(gzip);
        return EntityTags.ofDigest(digest);
    }

    Optional<RenderedCalendar> load(PropertyId property) {
        Path file = file(property);
        try {
            return Files.exists(file) ? read(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException | NumberFormatException failure) {
            LOG.warn("event=snapshot-not-read property={} reason={}", property, failure.toString());
            return Optional.empty();
        }
    }

    private static Optional<RenderedCalendar> read(byte[] octets) {
        int end = 0;
        while (end < octets.length && end < MAX_FIRST_LINE && octets[end] != '\n') {
            end++;
        }
        String line = new String(octets, 0, end, StandardCharsets.US_ASCII);
        String[] fields = line.split(" ", -1);
        byte[] gzip = Arrays.copyOfRange(octets, Math.min(end + 1, octets.length), octets.length);
        if (fields.length != FIELDS || !fields[0].equals(FORMAT)) {
            return Optional.empty();
        }
        String about = line.substring(0, line.lastIndexOf(' '));
        if (!fields[6].equals(checksum(about, gzip))) {
            return Optional.empty();
        }
        Stamp stamp = new Stamp(
                new Revision(Long.parseLong(fields[1])),
                Instant.ofEpochMilli(Long.parseLong(fields[3])),
                new HistoryMark(fields[2]));
        RenderedCalendar.Head head = new RenderedCalendar.Head(stamp, fields[4]);
        return Optional.of(RenderedCalendar.unpacked(head, Long.parseLong(fields[5]), gzip));
    }

    private Path file(PropertyId property) {
        return folder.resolve(property + ".snapshot");
    }

    /** Writes what waits, then ends. */
    @Override
    public void close() {
        writer.close();
    }
}

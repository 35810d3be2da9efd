package org.roomnight.caldav.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.roomnight.davxml.DavRefusal;
import org.roomnight.davxml.Names;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers an answer: in memory while it is short, then in a file. It is sent when it is whole, so that what fails half
 * way is still refused with its own status, and no slow reader holds a snapshot of the database open.
 */
public final class SpooledOctets extends OutputStream {

    private static final Logger LOG = LoggerFactory.getLogger(SpooledOctets.class);

    /** Most of an answer in memory, in octets: the entity tags of a calendar of 20,000 entries, which clients ask for often. */
    static final int MEMORY_OCTETS = 8 * 1024 * 1024;

    /** Largest answer, in octets: some 60,000 room stays with all their data. */
    static final int MAX_OCTETS = 64 * 1024 * 1024;

    private final int inMemory;
    private final int limit;
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable FileChannel file;
    private long length;

    SpooledOctets(int inMemory, int limit) {
        this.inMemory = inMemory;
        this.limit = limit;
    }

    /** What is written, unless writing fails; refuses with 507 what is too long. */
    public static AnswerBody gather(Consumer<OutputStream> writing) {
        SpooledOctets octets = new SpooledOctets(MEMORY_OCTETS, MAX_OCTETS);
        try {
            writing.accept(octets);
            return octets.body();
        } catch (RuntimeException | Error failure) {
            octets.discard();
            throw failure;
        }
    }

    @Override
    public void write(int octet) {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] more, int from, int size) {
        length += size;
        if (length > limit) {
            throw new Refused(new DavRefusal(
                    507,
                    Names.dav("number-of-matches-within-limits"),
                    "The answer would be too long. Ask for a shorter time range, or for fewer objects at once."));
        }
        try {
            next().write(more, from, size);
        } catch (IOException failure) {
            LOG.error("event=answer-not-gathered reason={}", failure.getMessage());
            throw new Refused(
                    new DavRefusal(503, null, "There is no room for so long an answer at the moment. Ask again later."),
                    Map.of("Retry-After", "30"));
        }
    }

    private OutputStream next() throws IOException {
        if (file == null && length <= inMemory) {
            return memory;
        }
        if (file == null) {
            file = nameless();
            memory.writeTo(Channels.newOutputStream(file));
            memory.reset();
        }
        return Channels.newOutputStream(file);
    }

    /** Only its owner may read it, and nobody finds it: guests' names are in it. */
    private static FileChannel nameless() throws IOException {
        Path path = Files.createTempFile("roomnight-answer", null);
        try {
            return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } finally {
            Files.delete(path);
        }
    }

    public AnswerBody body() {
        return file == null ? new AnswerBody.Octets(memory.toByteArray()) : new AnswerBody.Spooled(file, length);
    }

    void discard() {
        if (file != null) {
            close(file);
        }
    }

    static void close(FileChannel file) {
        try {
            file.close();
        } catch (IOException failure) {
            LOG.warn("event=answer-file-not-closed reason={}", failure.getMessage());
        }
    }
}

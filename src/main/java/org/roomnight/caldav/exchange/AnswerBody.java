package org.roomnight.caldav.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;

/** The octets of an answer. Close it when they are sent. */
public sealed interface AnswerBody extends AutoCloseable {

    long length();

    void sendTo(OutputStream out) throws IOException;

    @Override
    void close();

    /** In memory. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Octets(byte[] octets) implements AnswerBody {

        @Override
        public long length() {
            return octets.length;
        }

        @Override
        public void sendTo(OutputStream out) throws IOException {
            out.write(octets);
        }

        @Override
        public void close() {
            // Memory is given back by itself.
        }
    }

    /** In a file without a name, which is gone once it is closed. */
    record Spooled(FileChannel file, long length) implements AnswerBody {

        @Override
        public void sendTo(OutputStream out) throws IOException {
            Channels.newInputStream(file.position(0)).transferTo(out);
        }

        @Override
        public void close() {
            SpooledOctets.close(file);
        }
    }
}

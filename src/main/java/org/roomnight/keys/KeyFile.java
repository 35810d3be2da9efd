package org.roomnight.keys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;
import org.roomnight.kernel.StartRefusedException;

/**
 * The file with the server's keys; without it nobody can read the passkeys in the database or in a backup of it. All
 * that is wrong with it is refused with {@link StartRefusedException}.
 */
final class KeyFile {

    /** Some hundred versions; a file longer than this is something else. */
    static final int MAX_OCTETS = 64 * 1024;

    private final Path path;
    private final KeyFileGuard guard;

    KeyFile(Path path, UserPrincipal serviceUser) {
        this.path = path.toAbsolutePath().normalize();
        this.guard = new KeyFileGuard(this.path, serviceUser);
    }

    /**
     * Reads the keys, or makes them on the first start.
     *
     * @param used fingerprints by version of all keys that the database is encrypted with
     */
    KeyRing open(Map<Integer, String> used, SecureRandom random) {
        KeyRing ring = exists() ? read() : make(used, random);
        used.forEach((version, fingerprint) -> refuseOther(ring, version, fingerprint));
        return ring;
    }

    private boolean exists() {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    private KeyRing read() {
        guard.refuseUnsafeFolder();
        guard.refuseUnsafeFile();
        try (FileChannel file = FileChannel.open(path, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            ByteBuffer octets = ByteBuffer.allocate(MAX_OCTETS + 1);
            while (octets.hasRemaining() && file.read(octets) >= 0) {
                // until the end of the file or of what a key file can be
            }
            return KeyFileText.parse(ISO_8859_1.decode(octets.flip()).toString())
                    .filter(_ -> octets.limit() <= MAX_OCTETS)
                    .orElseThrow(this::damaged);
        } catch (IOException failure) {
            throw new StartRefusedException(
                    "The key file %s (ROOMNIGHT_KEY_FILE) cannot be read: %s".formatted(path, failure.getMessage()),
                    failure);
        }
    }

    private StartRefusedException damaged() {
        return new StartRefusedException(
                "The key file %s (ROOMNIGHT_KEY_FILE) is damaged: its checksum does not fit. Put back a copy of it from your backup with mode 0600 (chmod 600 %s)."
                        .formatted(path, path));
    }

    private KeyRing make(Map<Integer, String> used, SecureRandom random) {
        if (!used.isEmpty()) {
            throw new StartRefusedException(
                    "There is no key file %s (ROOMNIGHT_KEY_FILE), but the database holds passkeys that key version %s encrypted. Put there the key file of your backup or of another node, with mode 0600 (chmod 600 %s)."
                            .formatted(path, used.keySet().iterator().next(), path));
        }
        KeyRing ring = KeyRing.random(random);
        write(ring);
        return ring;
    }

    /** Replaces the file as a whole: after a power cut it is the old one or the new one. */
    void write(KeyRing ring) {
        Path folder = guard.folder();
        Path next = folder.resolve(path.getFileName() + ".new");
        try {
            if (!Files.exists(folder)) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            guard.refuseUnsafeFolder();
            Files.deleteIfExists(next);
            writeAndForce(next, KeyFileText.format(ring));
            Files.move(next, path, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel entries = FileChannel.open(folder)) {
                entries.force(true);
            }
        } catch (IOException | UnsupportedOperationException failure) {
            throw new StartRefusedException(
                    "The key file %s (ROOMNIGHT_KEY_FILE) cannot be written: %s".formatted(path, failure.getMessage()),
                    failure);
        }
    }

    private static void writeAndForce(Path file, String text) throws IOException {
        var forOwnerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (FileChannel channel =
                FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), forOwnerOnly)) {
            ByteBuffer octets = ISO_8859_1.encode(text);
            while (octets.hasRemaining()) {
                channel.write(octets);
            }
            channel.force(true);
        }
    }

    private void refuseOther(KeyRing ring, int version, String fingerprint) {
        KeyVersion key = ring.version(version)
                .orElseThrow(() -> new StartRefusedException(
                        "The key file %s (ROOMNIGHT_KEY_FILE) lacks key version %d, with which the database is encrypted. Put there the newest key file of your backup or of another node, with mode 0600 (chmod 600 %s)."
                                .formatted(path, version, path)));
        if (!key.fingerprint().equals(fingerprint)) {
            throw new StartRefusedException(
                    "The key file %s (ROOMNIGHT_KEY_FILE) has another key under version %d than the one with which the database is encrypted. Put there the key file that belongs to this database, with mode 0600 (chmod 600 %s)."
                            .formatted(path, version, path));
        }
    }
}

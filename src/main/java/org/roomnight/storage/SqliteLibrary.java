package org.roomnight.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native library, unpacked once. Its driver would unpack a copy at each start into the system's folder of
 * temporary files, which everybody may write to, and leave it there when the process is killed.
 */
public final class SqliteLibrary {

    private static final String FOLDER = "org.sqlite.lib.path";
    private static final String FILE = "org.sqlite.lib.name";

    private static final Logger LOG = LoggerFactory.getLogger(SqliteLibrary.class);

    private SqliteLibrary() {}

    /**
     * Unpacks the library into a folder of the data folder, where it is not there yet, and has the driver take it. Where
     * that cannot be done the driver does as it would without.
     */
    public static void unpackBelow(Path dataFolder) {
        if (System.getProperty(FOLDER) != null) {
            return;
        }
        Path folder = dataFolder.resolve("native").toAbsolutePath();
        String file = "%s-%s".formatted(SQLiteJDBCLoader.getVersion(), LibraryLoaderUtil.getNativeLibName());
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName();
        try (InputStream packed = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (packed == null) {
                return;
            }
            unpack(packed.readAllBytes(), folder, file);
            System.setProperty(FOLDER, folder.toString());
            System.setProperty(FILE, file);
        } catch (IOException failure) {
            LOG.warn("event=native-library-not-unpacked folder={} reason={}", folder, failure.toString());
        }
    }

    private static void unpack(byte[] library, Path folder, String file) throws IOException {
        Path target = folder.resolve(file);
        if (Files.isRegularFile(target) && Files.size(target) == library.length) {
            return;
        }
        Files.createDirectories(folder);
        PrivateRights.narrow(folder);
        removeOthers(folder);
        Path scratch = Files.createTempFile(folder, "unpacking", ".tmp");
        Files.write(scratch, library);
        Files.move(scratch, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Of older releases, and halves of a start that was killed. */
    private static void removeOthers(Path folder) throws IOException {
        try (DirectoryStream<Path> others = Files.newDirectoryStream(folder)) {
            for (Path other : others) {
                Files.deleteIfExists(other);
            }
        }
    }
}

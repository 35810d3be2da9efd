package org.roomnight.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.roomnight.TestServer.House;

/** Folders that vdirsyncer keeps equal to the calendars of a house, one entry a file. */
record SyncedFolders(Path below) {

    private static final List<String> CALENDARS = List.of("bookings", "cabin", "suite");

    /** Makes the folders and lets vdirsyncer find the calendars from the address of the server. */
    static SyncedFolders below(Path below, House house) throws IOException {
        Programs.need("vdirsyncer", "--version");
        SyncedFolders folders = new SyncedFolders(below);
        for (String calendar : CALENDARS) {
            Files.createDirectories(folders.of(calendar));
        }
        Files.writeString(below.resolve("vdirsyncer.conf"), configuration(below, house));
        folders.vdirsyncer("discover");
        return folders;
    }

    private static String configuration(Path below, House house) {
        return """
                [general]
                status_path = "%1$s/status/"
                [pair rooms]
                a = "roomnight"
                b = "here"
                collections = ["bookings", "cabin", "suite"]
                conflict_resolution = "a wins"
                [storage roomnight]
                type = "caldav"
                url = "http://127.0.0.1:%2$d/"
                username = "%3$s"
                password = "%4$s"
                [storage here]
                type = "filesystem"
                path = "%1$s/items/"
                fileext = ".ics"
                """.formatted(below, house.account().server().port(), house.hotel(), house.passkey());
    }

    Path of(String calendar) {
        return below.resolve("items").resolve(calendar);
    }

    void sync() {
        vdirsyncer("sync");
    }

    private void vdirsyncer(String command) {
        Programs.run(below, "vdirsyncer", "-c", "vdirsyncer.conf", command);
    }

    /** The entries of a calendar as they are in their files. */
    List<String> items(String calendar) throws IOException {
        try (Stream<Path> files = Files.list(of(calendar))) {
            return files.map(SyncedFolders::read).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

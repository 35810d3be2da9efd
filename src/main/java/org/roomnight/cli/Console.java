package org.roomnight.cli;

import java.io.PrintStream;

/** Where a command talks to whoever called it. */
record Console(PrintStream out, PrintStream err) {

    void say(String line) {
        out.println(line);
    }

    void complain(String sentence) {
        err.println("roomnight: " + sentence);
    }
}

package org.roomnight.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the commands and the settings are, for people. */
final class Help {

    private static final List<String> WORDS = List.of("help", "--help", "-h");

    private static final String COLUMNS = "  %-16s %s";

    private final List<Command> commands;

    Help(List<Command> commands) {
        this.commands = commands;
    }

    /** {@code help}, {@code COMMAND --help}, or nothing at all. */
    static boolean isAskedFor(List<String> words) {
        return words.isEmpty() || words.getFirst().equals("help") || words.contains("--help") || words.contains("-h");
    }

    int show(List<String> asked, Console console) {
        List<String> about =
                asked.stream().filter(word -> !WORDS.contains(word)).toList();
        if (about.isEmpty()) {
            showAll(console);
            return CommandLine.OK;
        }
        if (about.equals(List.of("settings"))) {
            showSettings(console);
            return CommandLine.OK;
        }
        List<Command> meant = about(about);
        if (meant.isEmpty()) {
            throw new UsageException("There is no help about '%s'.".formatted(String.join(" ", about)));
        }
        meant.forEach(command -> showOne(command, console));
        return CommandLine.OK;
    }

    private List<Command> about(List<String> words) {
        Optional<Command> one = commands.stream()
                .filter(command -> CommandLine.startsWith(words, command.name()))
                .findFirst();
        return one.map(List::of)
                .orElseGet(() -> commands.stream()
                        .filter(command -> command.name().startsWith(words.getFirst() + " "))
                        .toList());
    }

    private void showAll(Console console) {
        console.say("Roomnight: a calendar server for places people sleep.");
        console.say("");
        console.say("Commands:");
        commands.forEach(command -> console.say(COLUMNS.formatted(command.name(), command.sentence())));
        console.say(COLUMNS.formatted("help [COMMAND]", "Tells more about a command."));
        console.say(COLUMNS.formatted("help settings", "Lists everything that can be set by file or environment."));
        console.say("");
        console.say("Every command takes --config FILE; else ROOMNIGHT_CONFIG names the settings file,");
        console.say("else it is roomnight.properties in the data folder, where there is one.");
    }

    private static void showOne(Command command, Console console) {
        console.say("roomnight " + command.usage());
        console.say("");
        console.say("  " + command.sentence());
        command.details().lines().forEach(line -> console.say("  " + line));
        if (!command.options().isEmpty()) {
            console.say("");
        }
        for (Command.Option option : command.options()) {
            console.say("  %-18s %s".formatted("--%s %s".formatted(option.name(), option.value()), option.sentence()));
        }
        console.say("");
    }

    private static void showSettings(Console console) {
        console.say("In the environment by the first name, in the settings file by the second; the environment wins.");
        for (Setting setting : Arrays.asList(Setting.values())) {
            console.say("");
            console.say("%s (%s)".formatted(setting.variable(), setting.key()));
            console.say("  " + setting.sentence());
            console.say("  Accepts %s.".formatted(setting.accepts()));
            console.say("  Standard: %s.".formatted(setting.standard().orElse("nothing")));
        }
    }
}

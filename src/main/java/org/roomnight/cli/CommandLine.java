package org.roomnight.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roomnight.kernel.StartRefusedException;
import org.roomnight.kernel.StorageUnavailableException;

/** Finds the command that was called and runs it. Whoever called sees sentences, never a stack trace. */
public final class CommandLine {

    static final int OK = 0;
    static final int REFUSED = 1;
    static final int NOT_UNDERSTOOD = 2;

    private static final String CONFIG = "--config";

    private final List<Command> commands;
    private final SettingsReader settings;
    private final Console console;

    public CommandLine(Class<?> application, Map<String, String> environment, PrintStream out, PrintStream err) {
        this(commands(application), environment, new Console(out, err));
    }

    private CommandLine(List<Command> commands, Map<String, String> environment, Console console) {
        this.commands = commands;
        this.settings = new SettingsReader(environment);
        this.console = console;
    }

    private static List<Command> commands(Class<?> application) {
        return List.of(
                new ServeCommand(application),
                new DemoCommand(application),
                new AccountCreateCommand(),
                new ClientCreateCommand(),
                new ClientListCommand(),
                new ClientRevokeCommand(),
                new UsageCommand(),
                new RestoredCommand());
    }

    /** Answers with the exit code; for a server that goes on in the background, with 0 at once. */
    public int run(String... args) {
        int exitCode = runToTheEnd(args);
        if (exitCode != OK) {
            LastLines.write();
        }
        return exitCode;
    }

    private int runToTheEnd(String... args) {
        try {
            return dispatch(new ArrayList<>(Arrays.asList(args)));
        } catch (UsageException misunderstood) {
            console.complain(sentence(misunderstood) + " 'roomnight help' tells more.");
            return NOT_UNDERSTOOD;
        } catch (StartRefusedException refused) {
            console.complain(sentence(refused));
            return REFUSED;
        } catch (StorageUnavailableException unavailable) {
            console.complain(sentence(unavailable) + ".");
            return REFUSED;
        }
    }

    private static String sentence(RuntimeException refusal) {
        return String.valueOf(refusal.getMessage());
    }

    private int dispatch(List<String> words) {
        Optional<Path> file = takeConfig(words);
        if (Help.isAskedFor(words)) {
            return new Help(commands).show(words, console);
        }
        Command command = find(words).orElseThrow(() -> unknown(words));
        int length = command.name().split(" ").length;
        Arguments arguments = Arguments.parse(command, words.subList(length, words.size()));
        return command.run(arguments, settings.read(file.orElse(null)), console);
    }

    /** {@code --config FILE} may stand anywhere, for every command reads the settings. */
    private static Optional<Path> takeConfig(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).startsWith(CONFIG + "=")) {
                return Optional.of(Path.of(words.remove(i).substring(CONFIG.length() + 1)));
            }
            if (words.get(i).equals(CONFIG)) {
                if (i + 1 == words.size()) {
                    throw new UsageException("--config needs a value: --config FILE.");
                }
                words.remove(i);
                return Optional.of(Path.of(words.remove(i)));
            }
        }
        return Optional.empty();
    }

    private Optional<Command> find(List<String> words) {
        return commands.stream()
                .filter(command -> startsWith(words, command.name()))
                .findFirst();
    }

    static boolean startsWith(List<String> words, String name) {
        List<String> called = List.of(name.split(" "));
        return words.size() >= called.size() && words.subList(0, called.size()).equals(called);
    }

    private UsageException unknown(List<String> words) {
        String first = words.getFirst();
        List<String> names = commands.stream().map(Command::name).toList();
        List<String> group =
                names.stream().filter(name -> name.startsWith(first + " ")).toList();
        if (!group.isEmpty()) {
            return new UsageException("%s needs one more word: %s.".formatted(first, String.join(", ", group)));
        }
        String two = String.join(" ", words.subList(0, Math.min(2, words.size())));
        String hint = Nearest.to(first, names)
                .or(() -> Nearest.to(two, names))
                .map(nearest -> " Did you mean '%s'?".formatted(nearest))
                .orElse("");
        return new UsageException("There is no command '%s'.%s".formatted(first, hint));
    }
}

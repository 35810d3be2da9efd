package org.roomnight.cli;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roomnight.cli.Command.Option;

/** What was said after a command's name. */
record Arguments(List<String> operands, Map<String, String> options) {

    Arguments {
        operands = List.copyOf(operands);
        options = Map.copyOf(options);
    }

    /** Sorts the words into operands and options; refuses what the command does not know with a sentence. */
    static Arguments parse(Command command, List<String> words) {
        List<String> operands = new ArrayList<>();
        Map<String, String> options = new LinkedHashMap<>();
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            if (word.equals("--")) {
                rest.forEachRemaining(operands::add);
            } else if (word.startsWith("-") && word.length() > 1) {
                readOption(command, word, rest, options);
            } else {
                operands.add(word);
            }
        }
        checkComplete(command, operands, options);
        return new Arguments(operands, options);
    }

    private static void readOption(Command command, String word, Iterator<String> rest, Map<String, String> options) {
        int equals = word.indexOf('=');
        String name = (equals < 0 ? word : word.substring(0, equals)).replaceFirst("^--", "");
        Option option = command.options().stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(command, name));
        if (equals < 0 && !rest.hasNext()) {
            throw new UsageException("--%s needs a value: --%s %s.".formatted(name, name, option.value()));
        }
        String value = equals < 0 ? rest.next() : word.substring(equals + 1);
        if (value.isBlank()) {
            throw new UsageException("--%s needs a value that is not empty.".formatted(name));
        }
        if (options.put(name, value) != null) {
            throw new UsageException("--%s was given twice.".formatted(name));
        }
    }

    private static UsageException unknown(Command command, String name) {
        String shown = name.startsWith("-") ? name : "--" + name;
        String hint = Nearest.to(
                        name, command.options().stream().map(Option::name).toList())
                .map(nearest -> " Did you mean --%s?".formatted(nearest))
                .orElse("");
        return new UsageException("%s has no option %s.%s".formatted(command.name(), shown, hint));
    }

    private static void checkComplete(Command command, List<String> operands, Map<String, String> options) {
        List<String> wanted = command.operands();
        if (operands.size() < wanted.size()) {
            throw new UsageException("%s needs %s.".formatted(command.name(), wanted.get(operands.size())));
        }
        if (operands.size() > wanted.size()) {
            throw new UsageException(
                    "%s does not know what to do with \"%s\".".formatted(command.name(), operands.get(wanted.size())));
        }
        for (Option option : command.options()) {
            if (option.required() && !options.containsKey(option.name())) {
                throw new UsageException("%s needs --%s %s.".formatted(command.name(), option.name(), option.value()));
            }
        }
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }
}

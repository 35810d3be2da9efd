package org.roomnight.cli;

import java.util.List;

/** One command of the launcher. */
interface Command {

    /** The words that call it, such as {@code client create}. */
    String name();

    /** What it does, in one sentence. */
    String sentence();

    /** More for its own help page; may be empty. */
    default String details() {
        return "";
    }

    /** Its operands in order, such as {@code NAME}; all are needed. */
    default List<String> operands() {
        return List.of();
    }

    default List<Option> options() {
        return List.of();
    }

    /** Does it and answers with the exit code: 0 when it went well, 1 when it was refused. */
    int run(Arguments arguments, Settings settings, Console console);

    /** {@code --name VALUE}, or {@code --name=VALUE}. */
    record Option(String name, String value, String sentence, Need need) {

        enum Need {
            OPTIONAL,
            REQUIRED
        }

        static Option optional(String name, String value, String sentence) {
            return new Option(name, value, sentence, Need.OPTIONAL);
        }

        static Option required(String name, String value, String sentence) {
            return new Option(name, value, sentence, Need.REQUIRED);
        }

        boolean required() {
            return need == Need.REQUIRED;
        }
    }

    /** How it is called, in one line. */
    default String usage() {
        StringBuilder usage = new StringBuilder(name());
        operands().forEach(operand -> usage.append(' ').append(operand));
        for (Option option : options()) {
            String text = "--%s %s".formatted(option.name(), option.value());
            usage.append(' ').append(option.required() ? text : "[" + text + "]");
        }
        return usage.toString();
    }
}

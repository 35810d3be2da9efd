package org.roomnight.cli;

import java.util.List;
import org.roomnight.inventory.Accounts.Account;

/** Makes an account. */
final class AccountCreateCommand implements Command {

    /** Longest name of an account or a client, in characters. */
    static final int MAX_NAME = 200;

    @Override
    public String name() {
        return "account create";
    }

    @Override
    public String sentence() {
        return "Makes an account, which will own properties and API clients, and prints its identifier.";
    }

    @Override
    public List<String> operands() {
        return List.of("NAME");
    }

    @Override
    public int run(Arguments arguments, Settings settings, Console console) {
        String name = name(arguments.operands().getFirst(), "NAME");
        try (Desk desk = Desk.openOrMake(settings)) {
            Account account = desk.accounts().create(name);
            console.say("account: " + account.id());
            console.say("name:    " + account.name());
        }
        return CommandLine.OK;
    }

    /** A name fit to be shown in lists. */
    static String name(String given, String what) {
        String name = given.strip();
        if (name.isEmpty() || name.length() > MAX_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new UsageException("%s must have 1 to %d characters, all on one line.".formatted(what, MAX_NAME));
        }
        return name;
    }
}

package org.roomnight.cli;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.roomnight.inventory.Accounts.Account;
import org.roomnight.oauth.NewClient;
import org.roomnight.oauth.Scope;

/** Registers an OAuth2 client. */
final class ClientCreateCommand implements Command {

    @Override
    public String name() {
        return "client create";
    }

    @Override
    public String sentence() {
        return "Registers an API client of an account and prints its id and, this once, its secret.";
    }

    @Override
    public String details() {
        return "Scopes: " + texts(Scope.all()) + ".";
    }

    @Override
    public List<Option> options() {
        return List.of(
                Option.required("account", "ID", "The account's identifier, as 'account create' printed it."),
                Option.required("name", "NAME", "What the client is, for lists."),
                Option.optional(
                        "scope", "\"SCOPES\"", "What it may do, separated by blanks; everything unless given."));
    }

    @Override
    public int run(Arguments arguments, Settings settings, Console console) {
        String name = AccountCreateCommand.name(arguments.options().getOrDefault("name", ""), "--name");
        Set<Scope> scopes =
                arguments.option("scope").map(ClientCreateCommand::scopes).orElseGet(Scope::all);
        String wanted = arguments.options().getOrDefault("account", "");
        try (Desk desk = Desk.open(settings)) {
            Account account = desk.account(wanted)
                    .orElseThrow(() -> new UsageException("There is no account %s.".formatted(wanted)));
            NewClient made = desk.clients().create(account.id(), name, scopes);
            console.say("account:       " + account.id());
            console.say("client id:     " + made.clientId());
            console.say("client secret: " + made.clientSecret().reveal());
            console.say("scopes:        " + texts(scopes));
            console.say("The secret is not stored and cannot be shown again.");
        }
        return CommandLine.OK;
    }

    private static Set<Scope> scopes(String list) {
        EnumSet<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String word : list.strip().split("[\\s,]+")) {
            scopes.add(Scope.parse(word).orElseThrow(() -> unknown(word)));
        }
        return scopes;
    }

    private static UsageException unknown(String word) {
        List<String> known = Arrays.stream(Scope.values()).map(Scope::text).toList();
        String hint = Nearest.to(word, known)
                .map(" Did you mean %s?"::formatted)
                .orElse(" The scopes are: %s.".formatted(String.join(" ", known)));
        return new UsageException("There is no scope \"%s\".%s".formatted(word, hint));
    }

    static String texts(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::text).collect(Collectors.joining(" "));
    }
}

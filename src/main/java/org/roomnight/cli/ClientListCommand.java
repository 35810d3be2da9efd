package org.roomnight.cli;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.roomnight.oauth.Client;

/** Lists the OAuth2 clients of all accounts. */
final class ClientListCommand implements Command {

    @Override
    public String name() {
        return "client list";
    }

    @Override
    public String sentence() {
        return "Lists the API clients of all accounts, revoked ones too, without secrets.";
    }

    @Override
    public int run(Arguments arguments, Settings settings, Console console) {
        try (Desk desk = Desk.open(settings)) {
            List<Client> clients = desk.clients().listAll();
            if (clients.isEmpty()) {
                console.say("There are no clients yet. 'roomnight client create' makes one.");
            }
            clients.forEach(client -> show(client, console));
        }
        return CommandLine.OK;
    }

    private static void show(Client client, Console console) {
        console.say("%s  %s%s".formatted(client.clientId(), client.name(), client.revoked() ? "  (revoked)" : ""));
        console.say("    account %s, since %s"
                .formatted(client.account(), client.createdAt().truncatedTo(ChronoUnit.SECONDS)));
        console.say("    " + ClientCreateCommand.texts(client.scopes()));
    }
}

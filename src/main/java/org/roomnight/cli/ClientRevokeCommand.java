package org.roomnight.cli;

import java.util.List;
import org.roomnight.oauth.Clients;

/** Shuts an OAuth2 client out. */
final class ClientRevokeCommand implements Command {

    @Override
    public String name() {
        return "client revoke";
    }

    @Override
    public String sentence() {
        return "Shuts an API client and all its tokens out, for good.";
    }

    @Override
    public List<String> operands() {
        return List.of("ID");
    }

    @Override
    public int run(Arguments arguments, Settings settings, Console console) {
        String id = arguments.operands().getFirst();
        try (Desk desk = Desk.open(settings)) {
            Clients clients = desk.clients();
            if (clients.revoke(id)) {
                console.say("Client %s is revoked.".formatted(id));
                return CommandLine.OK;
            }
            console.complain(
                    clients.find(id).isPresent()
                            ? "Client %s was revoked before.".formatted(id)
                            : "There is no client %s.".formatted(id));
            return CommandLine.REFUSED;
        }
    }
}

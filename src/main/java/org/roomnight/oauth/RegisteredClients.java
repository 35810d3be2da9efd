package org.roomnight.oauth;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roomnight.storage.Transactions;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/** Our clients as Spring's token endpoint sees them; a revoked one is none. */
final class RegisteredClients implements RegisteredClientRepository {

    /** Longest client id that is looked up, in characters; ours are shorter. */
    private static final int MAX_LENGTH = 255;

    private final Clients clients;
    private final Transactions transactions;
    private final SharedLookups lookups;
    private final Revocations revocations;

    RegisteredClients(Clients clients, Transactions transactions, SharedLookups lookups, Revocations revocations) {
        this.clients = clients;
        this.transactions = transactions;
        this.lookups = lookups;
        this.revocations = revocations;
    }

    /** A look-up that began before a revocation is not joined by who comes after it. */
    private record LookupKey(String clientId, long revocations) {}

    @Override
    public void save(RegisteredClient registeredClient) {
        throw new UnsupportedOperationException("clients are registered by Clients.create");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        if (clientId.length() > MAX_LENGTH) {
            return null;
        }
        return lookups.ask(new LookupKey(clientId, revocations.clientCount()), () -> read(clientId))
                .orElse(null);
    }

    private Optional<RegisteredClient> read(String clientId) {
        return transactions.read(() -> clients.find(clientId)
                .filter(client -> !client.revoked())
                .flatMap(client -> clients.secretHash(clientId).map(hash -> registered(client, hash))));
    }

    private static RegisteredClient registered(Client client, String secretHash) {
        return RegisteredClient.withId(client.clientId())
                .clientId(client.clientId())
                .clientSecret(secretHash)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> scopes.addAll(Scope.texts(client.scopes())))
                .build();
    }
}

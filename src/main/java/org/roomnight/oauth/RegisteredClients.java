package org.roomnight.oauth;

import org.jspecify.annotations.Nullable;
import org.roomnight.storage.Transactions;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/** Our clients as Spring's token endpoint sees them; a revoked one is none. */
final class RegisteredClients implements RegisteredClientRepository {

    private final Clients clients;
    private final Transactions transactions;

    RegisteredClients(Clients clients, Transactions transactions) {
        this.clients = clients;
        this.transactions = transactions;
    }

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
        return transactions.read(() -> clients.find(clientId)
                .filter(client -> !client.revoked())
                .flatMap(client -> clients.secretHash(clientId).map(hash -> registered(client, hash)))
                .orElse(null));
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

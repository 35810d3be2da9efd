package org.roomnight.oauth;

import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.roomnight.http.Problems;
import org.roomnight.http.PublicAddress;
import org.roomnight.kernel.MonotonicClock;
import org.roomnight.keys.RandomTexts;
import org.roomnight.oauth.OauthSettings.OutsideIssuer;
import org.roomnight.security.ChainDefaults;
import org.roomnight.storage.Transactions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@Configuration(proxyBeanMethods = false)
class OauthConfiguration {

    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(3);

    @Bean
    OauthSettings oauthSettings(Environment environment) {
        return OauthSettings.from(environment);
    }

    @Bean
    Revocations revocations() {
        return new Revocations();
    }

    @Bean
    Clients clients(
            JdbcClient jdbc,
            Transactions transactions,
            InstantSource clock,
            SecureRandom random,
            Revocations revocations) {
        return new Clients(jdbc, transactions, clock, new RandomTexts(random), revocations);
    }

    @Bean
    Tokens tokens(JdbcClient jdbc, Transactions transactions, InstantSource clock, Revocations revocations) {
        return new Tokens(jdbc, transactions, clock, revocations);
    }

    @Bean
    SharedLookups sharedLookups(MonotonicClock ages) {
        return new SharedLookups(ages);
    }

    @Bean
    BearerTokens bearerTokens(
            OauthSettings settings,
            Tokens tokens,
            Clients clients,
            SharedLookups lookups,
            Transactions transactions,
            InstantSource clock,
            MonotonicClock ages,
            Revocations revocations) {
        CachedTokens.Source source = settings.outsideIssuer() == null
                ? tokens
                : outsideTokens(settings.outsideIssuer(), clients, clock, ages);
        return new CachedTokens(source, lookups, revocations, transactions::writing, clock, ages);
    }

    private static OutsideTokens outsideTokens(
            OutsideIssuer issuer, Clients clients, InstantSource clock, MonotonicClock ages) {
        HttpClient http = HttpClient.newBuilder()
                .connectTimeout(CONNECT_PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        IssuerKeySet keys = new IssuerKeySet(new IssuerKeys(issuer, http), ages);
        return new OutsideTokens(OutsideDecoder.of(issuer, keys, clock), clients);
    }

    /** Also keeps Boot from inventing a user with a password in the log. */
    @Bean
    AuthenticationProvider callerAuthenticator(BearerTokens tokens) {
        return new CallerAuthenticator(tokens);
    }

    @Bean
    @Order(1)
    SecurityFilterChain authorizationServer(
            HttpSecurity http,
            OauthSettings settings,
            Tokens tokens,
            Clients clients,
            Transactions transactions,
            SharedLookups lookups,
            Revocations revocations,
            InstantSource clock,
            MonotonicClock ages,
            SecureRandom random,
            PublicAddress publicAddress,
            Problems problems) {
        if (settings.outsideIssuer() != null) {
            http.securityMatcher(_ -> false);
            ChainDefaults.stateless(http);
            return http.build();
        }
        String issuer = publicAddress.whole("");
        RegisteredClients registered = new RegisteredClients(clients, transactions, lookups, revocations);
        IssuedTokens issued = new IssuedTokens(tokens, new RandomTexts(random), clock);
        ClientSecretAuthenticationProvider secrets = new ClientSecretAuthenticationProvider(registered, issued);
        secrets.setPasswordEncoder(new ClientSecretEncoder());
        List<AuthenticationProvider> providers = List.of(
                secrets,
                new OAuth2ClientCredentialsAuthenticationProvider(issued, issued),
                new TokenIntrospection(tokens, clients, issuer),
                new TokenRevocation(tokens, clients));
        return new AuthorizationServerChain(providers, problems, ages, issuer).build(http);
    }

    @Bean
    BearerChain bearerChain(BearerTokens tokens, Problems problems) {
        return new BearerChain(tokens, problems);
    }

    @Bean
    ScopeCheck scopedRoutes(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        return new ScopeCheck(mappings);
    }

    @Bean
    WebMvcConfigurer scopesAndCallers(Problems problems) {
        return new WebMvcConfigurer() {

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new ScopeInterceptor(problems)).addPathPatterns("/api/**");
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgumentResolver());
            }
        };
    }
}

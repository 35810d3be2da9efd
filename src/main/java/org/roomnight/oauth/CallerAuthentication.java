package org.roomnight.oauth;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.roomnight.kernel.Admission;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A caller as Spring Security sees it, with an authority such as {@code SCOPE_booking.read} for each scope. */
final class CallerAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;
    private static final Map<Scope, GrantedAuthority> AUTHORITIES = authorities();

    private final transient Caller caller;
    private final transient Admission admission;

    CallerAuthentication(Caller caller, Admission admission) {
        super(authorities(caller));
        this.caller = caller;
        this.admission = admission;
        super.setAuthenticated(true);
    }

    private static Map<Scope, GrantedAuthority> authorities() {
        Map<Scope, GrantedAuthority> authorities = new EnumMap<>(Scope.class);
        for (Scope scope : Scope.values()) {
            authorities.put(scope, new SimpleGrantedAuthority("SCOPE_" + scope.text()));
        }
        return authorities;
    }

    private static Collection<GrantedAuthority> authorities(Caller caller) {
        return caller.scopes().stream().map(AUTHORITIES::get).toList();
    }

    Caller caller() {
        return caller;
    }

    /** Whether the token still lets the caller in. */
    Admission admission() {
        return admission;
    }

    @Override
    public Object getPrincipal() {
        return caller;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return caller.clientId();
    }
}

package org.roomnight.rest;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roomnight.inventory.Properties;
import org.roomnight.inventory.Property;
import org.roomnight.kernel.ManagingEntityId;
import org.roomnight.oauth.Caller;
import org.roomnight.oauth.NeedsScope;
import org.roomnight.oauth.Scope;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The properties that the client may see: those of its account. */
@RestController
final class ManagingEntityController {

    private final Properties properties;
    private final Cursors cursors;

    ManagingEntityController(Properties properties, Cursors cursors) {
        this.properties = properties;
        this.cursors = cursors;
    }

    /** Clients of the platform send a type; all that are here are properties. */
    @GetMapping(path = "/api/managing-entity/list", produces = MediaType.APPLICATION_JSON_VALUE)
    @NeedsScope(Scope.INVENTORY_READ)
    @QueryParameters({"cursor", "size", "type"})
    PageDto<PropertyDto> list(Caller caller, Query query) {
        String list = "managing-entity %s".formatted(caller.account());
        @Nullable
        ManagingEntityId after = cursors.read(list, query.cursor())
                .map(UUID::fromString)
                .map(ManagingEntityId::new)
                .orElse(null);
        List<Property> found = properties.list(caller.account(), after, query.size() + 1);
        return PageDto.of(
                found,
                query.size(),
                PropertyDto::of,
                last -> cursors.make(list, last.managingEntity().toString()));
    }
}

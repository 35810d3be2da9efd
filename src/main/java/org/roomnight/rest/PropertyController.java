package org.roomnight.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.roomnight.inventory.ExpectedVersion;
import org.roomnight.inventory.Properties;
import org.roomnight.inventory.Property;
import org.roomnight.inventory.Property.PropertyFacts;
import org.roomnight.inventory.PutResult;
import org.roomnight.kernel.AccountId;
import org.roomnight.kernel.ManagingEntityId;
import org.roomnight.oauth.Caller;
import org.roomnight.oauth.NeedsScope;
import org.roomnight.oauth.Scope;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One property of the caller's account. */
@RestController
@RequestMapping(path = Paths.EXTRANET + "/property", produces = MediaType.APPLICATION_JSON_VALUE)
final class PropertyController {

    private final Properties properties;

    PropertyController(Properties properties) {
        this.properties = properties;
    }

    @GetMapping
    @NeedsScope(Scope.INVENTORY_READ)
    ResponseEntity<PropertyDto> find(Property property, HttpServletRequest request) {
        return Answers.read(request, property.version(), () -> PropertyDto.of(property));
    }

    /** Creates it under the identifier that the caller chose, which is unique within the account only. */
    @PutMapping
    @NeedsScope(Scope.INVENTORY_WRITE)
    ResponseEntity<PropertyDto> put(@PathVariable String id, Caller caller, JsonBody body, HttpServletRequest request) {
        ManagingEntityId entity = new ManagingEntityId(Paths.identifier(id));
        Optional<Property> stored = properties.find(caller.account(), entity);
        Preconditions preconditions = Preconditions.of(request);
        PropertyFacts facts = PropertyMapper.facts(body.object(), entity, stored.orElse(null));
        ExpectedVersion expected = preconditions.expected(() -> stored.map(Property::version));
        return put(caller.account(), entity, facts, expected, preconditions);
    }

    @PatchMapping
    @NeedsScope(Scope.INVENTORY_WRITE)
    ResponseEntity<PropertyDto> patch(Property property, JsonBody body, HttpServletRequest request) {
        Preconditions preconditions = Preconditions.of(request);
        ExpectedVersion expected = preconditions.required(() -> Optional.of(property.version()));
        if (!expected.accepts(property.version())) {
            throw new Refusal(Refusals.VERSION_STALE);
        }
        PropertyFacts facts = PropertyMapper.facts(
                MergePatch.apply(PropertyDto.of(property), body.object()), property.managingEntity(), property);
        ExpectedVersion same = new ExpectedVersion.Exactly(property.version());
        return put(property.account(), property.managingEntity(), facts, same, preconditions);
    }

    private ResponseEntity<PropertyDto> put(
            AccountId account,
            ManagingEntityId entity,
            PropertyFacts facts,
            ExpectedVersion expected,
            Preconditions preconditions) {
        return switch (properties.put(account, entity, facts, expected)) {
            case PutResult.Created<Property>(Property now) ->
                Answers.created(Paths.extranet(now) + "/property", now.version(), PropertyDto.of(now));
            case PutResult.Changed<Property>(Property now) -> Answers.changed(now.version(), PropertyDto.of(now));
            case PutResult.Stale<Property> _ -> throw new Refusal(Refusals.VERSION_STALE);
            case PutResult.VersionNeeded<Property> _ ->
                throw new Refusal(preconditions.onlyIfNew() ? Refusals.VERSION_STALE : Refusals.VERSION_NEEDED);
            case PutResult.RateBound<Property> _ -> throw new IllegalStateException("a property has no rates");
            case PutResult.TooFewUnits<Property> _ -> throw new IllegalStateException("a property has no units");
        };
    }
}

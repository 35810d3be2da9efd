package org.roomnight.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.roomnight.availability.TakenNights;
import org.roomnight.block.Block;
import org.roomnight.block.Blocks;
import org.roomnight.block.Blocks.Blocking;
import org.roomnight.http.FieldError;
import org.roomnight.inventory.ExpectedVersion;
import org.roomnight.inventory.Property;
import org.roomnight.inventory.RoomTypes;
import org.roomnight.kernel.BlockId;
import org.roomnight.kernel.IdentifierSource;
import org.roomnight.kernel.Version;
import org.roomnight.oauth.NeedsScope;
import org.roomnight.oauth.Scope;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Makes and changes blocks: over taken nights only where the caller asks for it. */
@RestController
@RequestMapping(path = Paths.EXTRANET + "/block", produces = MediaType.APPLICATION_JSON_VALUE)
final class BlockingController {

    private final Blocks blocks;
    private final RoomTypes roomTypes;
    private final BlockMapper mapper;
    private final IdentifierSource identifiers;

    BlockingController(Blocks blocks, RoomTypes roomTypes, BlockMapper mapper, IdentifierSource identifiers) {
        this.blocks = blocks;
        this.roomTypes = roomTypes;
        this.mapper = mapper;
        this.identifiers = identifiers;
    }

    @PostMapping
    @NeedsScope(Scope.INVENTORY_WRITE)
    ResponseEntity<byte[]> create(Property property, JsonBody body, IdempotentWork once) {
        Members members = Members.of(body.object());
        UUID said = members.uuid("identifier");
        BlockId id = new BlockId(said == null ? identifiers.next() : said);
        RoomTypeLookup lookup = new RoomTypeLookup(roomTypes, property.id());
        BlockReader.Wish wish = new BlockReader(members, lookup).read();
        IdempotentWork.Answer answer = once.of(property, () -> {
            BlockDto made = put(property, id, wish, lookup, new ExpectedVersion.Unsaid());
            return IdempotentWork.created(made.version(), made);
        });
        ResponseEntity<byte[]> made =
                IdempotentWork.made(Paths.extranet(property) + "/block/", "identifier", answer.stored());
        return answer.isReplayed() ? IdempotentWork.replayed(made) : made;
    }

    /** Changes what is there; only {@link #create} makes new ones. */
    @PutMapping("/{block}")
    @NeedsScope(Scope.INVENTORY_WRITE)
    ResponseEntity<BlockDto> change(
            Property property, @PathVariable String block, JsonBody body, HttpServletRequest request) {
        Block stored =
                blocks.find(property.id(), new BlockId(Paths.identifier(block))).orElseThrow(Refusals::notFound);
        ExpectedVersion expected = Preconditions.of(request).required(() -> Optional.of(stored.version()));
        if (!expected.accepts(stored.version())) {
            throw new Refusal(Refusals.VERSION_STALE);
        }
        Members members = Members.of(body.object());
        members.sameAs("identifier", stored.id().value());
        RoomTypeLookup lookup = new RoomTypeLookup(roomTypes, property.id());
        BlockReader.Wish wish = new BlockReader(members, lookup).readChange(stored.facts());
        BlockDto now = put(property, stored.id(), wish, lookup, new ExpectedVersion.Exactly(stored.version()));
        return Answers.changed(new Version(now.version()), now);
    }

    private BlockDto put(
            Property property, BlockId id, BlockReader.Wish wish, RoomTypeLookup lookup, ExpectedVersion expected) {
        return switch (blocks.put(property.id(), id, wish.facts(), wish.ifTaken(), expected)) {
            case Blocking.Created(Block now) -> mapper.showWithClashes(now, lookup);
            case Blocking.Changed(Block now) -> mapper.showWithClashes(now, lookup);
            case Blocking.Taken(List<TakenNights> nights) ->
                throw NightsTaken.refusal(
                        "Nothing was blocked, because the nights in taken[] have too few free units. Choose others, or"
                                + " send \"ifTaken\": \"keep\" to block what is free and have the rest as double"
                                + " bookings.",
                        nights,
                        lookup);
            case Blocking.Stale _ -> throw new Refusal(Refusals.VERSION_STALE);
            case Blocking.VersionNeeded _ -> throw new Refusal(Refusals.BLOCK_IDENTIFIER_USED);
            case Blocking.UnknownRoom _ ->
                throw broken("guestRoomIdentifier", "was changed just now: read the guest room again");
            case Blocking.TooLarge _ ->
                throw broken(
                        "endDate",
                        ("must leave at most %d units and %d nights of all units together, and %d times as much with all other"
                                        + " blocks of the whole property; block guest rooms one by one")
                                .formatted(Blocks.MAX_CLAIMS, Blocks.MAX_UNIT_NIGHTS, Blocks.MAX_TOGETHER));
        };
    }

    private static Refusal broken(String member, String sentence) {
        return Refusals.rulesBroken(List.of(new FieldError("/" + member, sentence)));
    }
}

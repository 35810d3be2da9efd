package org.roomnight.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roomnight.block.Block;
import org.roomnight.block.Blocks;
import org.roomnight.block.Blocks.Removal;
import org.roomnight.inventory.ExpectedVersion;
import org.roomnight.inventory.Property;
import org.roomnight.inventory.RoomTypes;
import org.roomnight.kernel.BlockId;
import org.roomnight.kernel.ListPosition;
import org.roomnight.oauth.NeedsScope;
import org.roomnight.oauth.Scope;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows and removes blocks. */
@RestController
@RequestMapping(path = Paths.EXTRANET + "/block", produces = MediaType.APPLICATION_JSON_VALUE)
final class BlockController {

    private final Blocks blocks;
    private final RoomTypes roomTypes;
    private final Cursors cursors;
    private final ListLimiter limiter;

    BlockController(Blocks blocks, RoomTypes roomTypes, Cursors cursors, ListLimiter limiter) {
        this.blocks = blocks;
        this.roomTypes = roomTypes;
        this.cursors = cursors;
        this.limiter = limiter;
    }

    @GetMapping("/{block}")
    @NeedsScope(Scope.INVENTORY_READ)
    ResponseEntity<BlockDto> find(Property property, @PathVariable String block, HttpServletRequest request) {
        Block found = stored(property, block);
        return Answers.read(request, found.version(), () -> BlockMapper.show(found, lookup(property)));
    }

    /** Blocks with a night from startDate until before endDate, by their first one. */
    @GetMapping("/list")
    @NeedsScope(Scope.INVENTORY_READ)
    @QueryParameters({"startDate", "endDate", "cursor", "size"})
    PageDto<BlockDto> list(Property property, Query query) {
        LocalDate from = query.from();
        LocalDate to = query.to();
        String list = "block %s %s".formatted(property.id(), query.filters());
        @Nullable
        ListPosition after =
                cursors.read(list, query.cursor()).map(ListPosition::parse).orElse(null);
        int size = query.size();
        return limiter.read(property, () -> {
            List<Block> found = blocks.list(property.id(), from, to, after, size + 1);
            RoomTypeLookup lookup = lookup(property);
            return PageDto.of(
                    found,
                    size,
                    block -> BlockMapper.show(block, lookup),
                    last -> cursors.make(list, Blocks.position(last).text()));
        });
    }

    @DeleteMapping(path = "/{block}", produces = MediaType.ALL_VALUE) // nothing is answered, whatever is accepted
    @NeedsScope(Scope.INVENTORY_REMOVE)
    ResponseEntity<Void> remove(Property property, @PathVariable String block, HttpServletRequest request) {
        Block found = stored(property, block);
        ExpectedVersion expected = Preconditions.of(request).required(() -> Optional.of(found.version()));
        return switch (blocks.remove(property.id(), found.id(), expected)) {
            case Removal.Removed _ -> ResponseEntity.noContent().build();
            case Removal.Unknown _ -> throw Refusals.notFound();
            case Removal.Stale _ -> throw new Refusal(Refusals.VERSION_STALE);
        };
    }

    private Block stored(Property property, String block) {
        return blocks.find(property.id(), new BlockId(Paths.identifier(block))).orElseThrow(Refusals::notFound);
    }

    private RoomTypeLookup lookup(Property property) {
        return new RoomTypeLookup(roomTypes, property.id());
    }
}

package org.roomnight.calendar;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roomnight.block.Block;
import org.roomnight.block.BlockListener;
import org.roomnight.inventory.RoomType;
import org.roomnight.inventory.RoomTypes;

/**
 * Keeps one entry for each block in the calendar of its room type, or of every room type. An entry that staff wrote
 * stays as they wrote it until the block is changed elsewhere.
 */
final class BlockProjection implements BlockListener {

    private final StaffRows rows;
    private final StaffCalendars calendars;
    private final RoomTypes roomTypes;

    BlockProjection(StaffRows rows, StaffCalendars calendars, RoomTypes roomTypes) {
        this.rows = rows;
        this.calendars = calendars;
        this.roomTypes = roomTypes;
    }

    @Override
    public void blocked(@Nullable Block before, Block now) {
        Map<Collection, CalendarObject> stored =
                rows.ofBlock(now.property(), now.id().value());
        Map<Collection, RoomType> wanted = new LinkedHashMap<>();
        roomTypes(now).forEach(type -> wanted.put(Collection.of(type.id()), type));
        stored.forEach((collection, entry) -> {
            if (!wanted.containsKey(collection)) {
                calendars.delete(now.property(), collection, entry.name());
            }
        });
        wanted.forEach((collection, type) -> {
            BlockEvent event = new BlockEvent(now, type);
            Optional<CalendarObject> model = Optional.ofNullable(stored.get(collection))
                    .or(() -> stored.values().stream().findFirst());
            boolean here = stored.containsKey(collection);
            boolean same = before == null || before.facts().equals(now.facts());
            if (!(here && same)) {
                CalendarObject entry = model.map(event::edit).orElseGet(event::render);
                calendars.put(now.property(), collection, entry);
            }
        });
    }

    private List<RoomType> roomTypes(Block block) {
        return block.facts().roomType() == null
                ? roomTypes.list(block.property())
                : roomTypes.find(block.property(), block.facts().roomType()).stream()
                        .toList();
    }

    @Override
    public void unblocked(Block before) {
        rows.ofBlock(before.property(), before.id().value())
                .forEach((collection, entry) -> calendars.delete(before.property(), collection, entry.name()));
    }
}

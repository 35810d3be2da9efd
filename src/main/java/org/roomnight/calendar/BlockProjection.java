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
        boolean same = before != null && before.facts().equals(now.facts());
        wanted.forEach((collection, type) -> {
            if (!same || !stored.containsKey(collection)) {
                BlockEvent event = new BlockEvent(now, type);
                CalendarObject entry = Optional.ofNullable(before)
                        .flatMap(known -> model(now, collection, stored).map(found -> event.edit(found, known)))
                        .orElseGet(() -> rendered(event, now, collection));
                calendars.put(now.property(), collection, entry);
            }
        });
    }

    /** What is edited: the entry in this calendar, or one that moves here, unless another has its name or UID here. */
    private Optional<CalendarObject> model(Block block, Collection collection, Map<Collection, CalendarObject> stored) {
        @Nullable CalendarObject here = stored.get(collection);
        if (here != null) {
            return Optional.of(here);
        }
        return stored.values().stream().findFirst().filter(entry -> free(block, collection, entry.name(), entry.uid()));
    }

    /** Under the identifier of the block, or a number more where staff have copied or moved an entry of that name here. */
    private CalendarObject rendered(BlockEvent event, Block block, Collection collection) {
        String key = block.id().toString();
        for (int number = 2; !free(block, collection, key + ".ics", key + "@roomnight"); number++) {
            key = block.id() + "-" + number;
        }
        return event.render(key + ".ics", key + "@roomnight");
    }

    private boolean free(Block block, Collection collection, String name, String uid) {
        return rows.named(block.property(), collection, List.of(name)).isEmpty()
                && calendars.nameOf(block.property(), collection, uid).isEmpty();
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

package org.roomnight.rest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.roomnight.availability.NightCount;
import org.roomnight.availability.NightLedger;
import org.roomnight.inventory.Property;
import org.roomnight.inventory.RoomType;
import org.roomnight.inventory.RoomTypes;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.kernel.StayDates;
import org.roomnight.oauth.NeedsScope;
import org.roomnight.oauth.Scope;
import org.roomnight.rest.AvailabilityDto.GuestRoomNightsDto;
import org.roomnight.rest.AvailabilityDto.NightDto;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is free on which night, counted from the claims. */
@RestController
final class AvailabilityController {

    /** Longest range in nights: two years, one of them a leap year. */
    static final int MAX_NIGHTS = 731;

    /** Most nights of all room types together in one answer, some 8 MB; a larger house asks by room type. */
    static final int MAX_ROWS = 100_000;

    private final NightLedger ledger;
    private final RoomTypes roomTypes;

    AvailabilityController(NightLedger ledger, RoomTypes roomTypes) {
        this.ledger = ledger;
        this.roomTypes = roomTypes;
    }

    @GetMapping(path = Paths.EXTRANET + "/availability", produces = MediaType.APPLICATION_JSON_VALUE)
    @NeedsScope(Scope.INVENTORY_READ)
    @QueryParameters({"startDate", "endDate", "guestRoomIdentifier"})
    AvailabilityDto count(Property property, Query query) {
        LocalDate start = query.date("startDate");
        LocalDate end = query.date("endDate");
        if (start == null
                || end == null
                || !start.isBefore(end)
                || start.plusDays(MAX_NIGHTS).isBefore(end)) {
            throw Refusals.badParameter(
                    "startDate and endDate are required; endDate is the day after the last night, and there are at most %d nights."
                            .formatted(MAX_NIGHTS));
        }
        List<RoomType> types = types(property, query.uuid("guestRoomIdentifier"));
        if (types.size() * (end.toEpochDay() - start.toEpochDay()) > MAX_ROWS) {
            throw Refusals.badParameter(
                    "That would be more than %d nights. Ask for fewer dates, or by guestRoomIdentifier."
                            .formatted(MAX_ROWS));
        }
        return answer(types, counts(property, types, start, end));
    }

    private List<RoomType> types(Property property, @org.jspecify.annotations.Nullable UUID only) {
        return only == null
                ? roomTypes.list(property.id())
                : List.of(roomTypes.find(property.id(), new RoomTypeId(only)).orElseThrow(Refusals::notFound));
    }

    /** A stay has one night less than the range may have, so that the longest range is counted in two parts. */
    private List<NightCount> counts(Property property, List<RoomType> types, LocalDate start, LocalDate end) {
        List<NightCount> counts = new ArrayList<>();
        for (LocalDate from = start; from.isBefore(end); from = from.plusDays(StayDates.MAX_NIGHTS)) {
            LocalDate longest = from.plusDays(StayDates.MAX_NIGHTS);
            LocalDate to = longest.isBefore(end) ? longest : end;
            counts.addAll(ledger.count(property.id(), types, new StayDates(from, to)));
        }
        return counts;
    }

    private static AvailabilityDto answer(List<RoomType> types, List<NightCount> counts) {
        Map<RoomTypeId, List<NightDto>> nights = counts.stream()
                .collect(Collectors.groupingBy(
                        NightCount::roomType, Collectors.mapping(NightDto::of, Collectors.toList())));
        return new AvailabilityDto(types.stream()
                .map(type -> new GuestRoomNightsDto(
                        type.id().value(), type.name(), nights.getOrDefault(type.id(), List.of())))
                .toList());
    }
}

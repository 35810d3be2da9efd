package org.roomnight.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.roomnight.booking.Booking.Details;
import org.roomnight.booking.Booking.Guest;
import org.roomnight.booking.Booking.Price;

/** Guests who do not exist: the names are nouns, the mail addresses lead nowhere (RFC 2606). */
final class DemoGuests {

    private static final List<String> FIRST_NAMES = List.of(
            "Robin",
            "Alex",
            "Kim",
            "Noa",
            "Sascha",
            "Toni",
            "Luca",
            "Mika",
            "Jules",
            "Charlie",
            "Rene",
            "Dominique",
            "Andrea",
            "Sam",
            "Nikita",
            "Yuki",
            "Chris",
            "Maxime",
            "Jo",
            "Quinn");
    private static final List<String> LAST_NAMES = List.of(
            "Sample",
            "Testwood",
            "Pretend",
            "Placeholder",
            "Inventado",
            "Muster",
            "Exemple",
            "Fictive",
            "Mockingham",
            "Esempio",
            "Voorbeeld",
            "Dummyson",
            "Madeup",
            "Sketch",
            "Blank",
            "Anyname",
            "Nobody",
            "Draft");
    private static final List<String> CHANNELS =
            List.of("Direct", "Direct", "Booking.com", "Booking.com", "Booking.com", "Airbnb", "Airbnb", "Expedia");
    private static final List<String> REQUESTS = List.of(
            "Late arrival, about 23:00",
            "A quiet room, please",
            "Baby cot",
            "Allergic to feathers",
            "Vegan breakfast; no nuts",
            "Two single beds",
            "Parking for a van",
            "Celebrating an anniversary\nFlowers would be lovely");
    private static final String CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int CODE_LENGTH = 5;
    private static final int ONE_IN_REQUESTS = 7;

    private final SplittableRandom random;

    DemoGuests(SplittableRandom random) {
        this.random = random;
    }

    /** A guest who pays for so many nights in one room. */
    Details next(int nights, int priceOfANight) {
        String first = oneOf(FIRST_NAMES);
        String last = oneOf(LAST_NAMES);
        String mail = "%s.%s@example.com".formatted(first, last).toLowerCase(Locale.ROOT);
        @Nullable String requests = random.nextInt(ONE_IN_REQUESTS) == 0 ? oneOf(REQUESTS) : null;
        return new Details(
                "HH-" + code(),
                new Guest(first, last, mail, "+351900000%03d".formatted(random.nextInt(1_000))),
                oneOf(CHANNELS),
                requests,
                new Price(
                        "EUR", BigDecimal.valueOf((long) nights * priceOfANight).setScale(2)));
    }

    private String code() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(CODE_LETTERS.charAt(random.nextInt(CODE_LETTERS.length())));
        }
        return code.toString();
    }

    private String oneOf(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}

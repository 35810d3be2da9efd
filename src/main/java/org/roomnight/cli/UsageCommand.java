package org.roomnight.cli;

import java.util.List;
import org.roomnight.calendar.Holding;
import org.roomnight.calendar.Quotas;
import org.roomnight.calendar.StoredUsage.OfProperty;

/** Lists what the staff of each property store, the largest first. */
final class UsageCommand implements Command {

    private static final int MOST = 100;

    @Override
    public String name() {
        return "usage";
    }

    @Override
    public String sentence() {
        return "Lists what the calendars of each property hold, the largest first, and the quotas.";
    }

    @Override
    public int run(Arguments arguments, Settings settings, Console console) {
        Quotas quotas = settings.quotas();
        console.say("Quotas of a property: %,d calendars, %,d entries, %,d octets of entries, %,d octets of properties"
                .formatted(quotas.calendars(), quotas.entries(), quotas.octets(), quotas.propertyOctets()));
        try (Desk desk = Desk.open(settings)) {
            List<OfProperty> largest = desk.usage().largest(MOST);
            largest.forEach(one -> show(one, console));
            if (largest.isEmpty()) {
                console.say("Nobody has stored anything in a calendar yet.");
            }
        }
        return CommandLine.OK;
    }

    private static void show(OfProperty one, Console console) {
        Holding holding = one.holding();
        console.say("%s  %s".formatted(one.property(), one.name()));
        console.say("    %,d entries of %,d octets, %,d properties of %,d octets"
                .formatted(holding.entries(), holding.octets(), holding.properties(), holding.propertyOctets()));
    }
}

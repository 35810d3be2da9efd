package org.roomnight.entry;

import java.time.InstantSource;
import org.roomnight.block.Blocks;
import org.roomnight.calendar.CalendarObjects;
import org.roomnight.calendar.StaffCalendars;
import org.roomnight.inventory.Properties;
import org.roomnight.kernel.IdentifierSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EntryConfiguration {

    @Bean
    StaffBlocks staffBlocks(Blocks blocks, IdentifierSource identifiers) {
        return new StaffBlocks(blocks, identifiers);
    }

    @Bean
    StaffEntries staffEntries(CalendarObjects objects, StaffCalendars staff, StaffBlocks blocks, InstantSource clock) {
        return new StaffEntries(objects, staff, blocks, clock);
    }

    @Bean
    RecurringEntries recurringEntries(
            Properties properties,
            CalendarObjects objects,
            StaffCalendars staff,
            StaffBlocks blocks,
            InstantSource clock) {
        return new RecurringEntries(properties, objects, staff, blocks, clock);
    }
}

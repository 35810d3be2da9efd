package org.roomnight.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.roomnight.AStay.aStay;
import static org.roomnight.block.ABlock.aBlock;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.roomnight.AStay;
import org.roomnight.inventory.RoomType;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Blocks of hundreds of stays, as an entry that recurs makes them: nobody else writes while one is written. */
interface ManyStaysContract extends BlocksOfAHouse {

    private static AStay[] everySecondNight(int first, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> aStay().after(first + 2 * number))
                .toArray(AStay[]::new);
    }

    /** Two blocks of the same nights and one unit; the first moves by a night, so that the other gets its own. */
    private void clashAndMove(int stays) {
        RoomType suite = house().roomType("Suite " + stays, 1);
        Block first = made(aBlock(everySecondNight(0, stays)).of(suite));
        Block second = made(aBlock(everySecondNight(0, stays)).of(suite));
        assertThat(clashes()).isEqualTo(stays);
        Block moved = changed(first, aBlock(everySecondNight(1, stays)).of(suite));
        assertThat(clashes()).isZero();
        assertThat(claims(second)).allMatch(claim -> claim.placement().complete());
        remove(moved);
        remove(second);
    }

    private static List<String> logged(Class<?> by, Level level, Runnable work) {
        Logger logger = (Logger) LoggerFactory.getLogger(by);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        logger.setLevel(level);
        logger.setAdditive(false);
        try {
            work.run();
        } finally {
            logger.setAdditive(true);
            logger.setLevel(null);
            logger.detachAppender(log);
        }
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static long statements(Runnable work) {
        return logged(JdbcTemplate.class, Level.DEBUG, work).stream()
                .filter(line -> line.startsWith("Executing prepared SQL statement"))
                .count();
    }

    @Test
    default void a_block_of_many_stays_takes_no_more_statements_than_one_of_few() {
        clashAndMove(3); // what is asked only once is kept from here on
        // Scheduled tasks of servers that other tests have left running may be counted too; a statement a stay would be
        // 145
        // more.
        assertThat(statements(() -> clashAndMove(150))).isLessThan(statements(() -> clashAndMove(5)) + 40);
    }

    @Test
    default void a_new_unit_takes_no_more_statements_where_the_whole_property_has_many_blocks() {
        RoomType suite = house().roomType("Suite", 1);
        made(aBlock(aStay()).ofTheWholeProperty());
        long beside = statements(() -> house().resize(suite, 2));
        IntStream.range(1, 60)
                .forEach(night -> made(aBlock(aStay().after(night)).ofTheWholeProperty()));

        assertThat(statements(() -> house().resize(suite, 3))).isLessThan(beside + 40);
        assertThat(free(suite, 60)).containsOnly(0);
    }

    @Test
    default void that_a_block_has_become_too_large_for_a_new_unit_is_logged_only_when_the_unit_is_there() {
        RoomType suite = house().roomType("Suite", 2);
        made(aBlock(everySecondNight(0, BlockFacts.MAX_STAYS)).ofTheWholeProperty());

        List<String> takenBack = logged(
                BlocksFollowUnits.class,
                Level.WARN,
                () -> assertThatThrownBy(() -> house().write(() -> {
                            house().resize(suite, 3);
                            throw new IllegalStateException("taken back");
                        }))
                        .hasMessage("taken back"));
        assertThat(takenBack).isEmpty();

        assertThat(logged(BlocksFollowUnits.class, Level.WARN, () -> house().resize(suite, 3)))
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("event=block-not-extended"));
    }
}

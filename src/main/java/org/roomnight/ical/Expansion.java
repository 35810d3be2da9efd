package org.roomnight.ical;

import java.util.List;

/** What expanding a series gave. */
public sealed interface Expansion {

    /**
     * All occurrences that start in the window, in order of their starts as the series counts them.
     *
     * @param strays overrides whose RECURRENCE-ID is no start of the series; they are among the occurrences too, so that
     *     no night is lost
     */
    record Occurrences(List<Occurrence> occurrences, List<Component> strays) implements Expansion {
        public Occurrences {
            occurrences = List.copyOf(occurrences);
            strays = List.copyOf(strays);
        }
    }

    /** The series costs more than this server spends on one; no part of it is given. */
    record OverBudget(Budget budget) implements Expansion {
        public String sentence() {
            return budget.sentence();
        }
    }

    /** What was exceeded, with a sentence for people. */
    enum Budget {
        FREQUENCY("Events may repeat daily, weekly, monthly or yearly, not more often."),
        INSTANCES("The event repeats more often than this server accepts."),
        STEPS("The recurrence rule takes too many steps to evaluate."),
        DATES("The event lists more dates than this server accepts.");

        private final String sentence;

        Budget(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }
}

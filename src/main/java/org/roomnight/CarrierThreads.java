package org.roomnight;

/**
 * The platform threads that carry the virtual ones of requests. The JVM's own choice is one a core; SQLite's calls, disk
 * and computing hold on to theirs, so a few long requests would keep every other one from even beginning. With more of
 * them than there are long requests the system's scheduler shares the cores among all.
 */
final class CarrierThreads {

    private static final String PARALLELISM = "jdk.virtualThreadScheduler.parallelism";
    private static final String MOST = "jdk.virtualThreadScheduler.maxPoolSize";

    /** CarrierThreads for each core, and fewest of them in all. */
    private static final int EACH_CORE = 4;

    private static final int LEAST = 8;

    private CarrierThreads() {}

    /** Has an effect only before the first virtual thread; what the JVM was told wins. */
    static void provide() {
        if (System.getProperty(PARALLELISM) == null && System.getProperty(MOST) == null) {
            int carriers = Math.max(LEAST, EACH_CORE * Runtime.getRuntime().availableProcessors());
            System.setProperty(PARALLELISM, Integer.toString(carriers));
            System.setProperty(MOST, Integer.toString(2 * carriers));
        }
    }
}

package org.lottrace.persistence.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** What differs between the two databases. Everything else is portable SQL. */
public enum Vendor {
    H2("jdbc:h2:", "org.h2.Driver", Vendor.LIMIT_LOCK_WAIT, Map.of("binary", "", "bytes", "blob", "stored", "")),
    /** Each query has one good plan, by index; planning it anew for each list of keys took longer than running it. */
    POSTGRESQL(
            "jdbc:postgresql:",
            "org.postgresql.Driver",
            Vendor.LIMIT_LOCK_WAIT + "; set plan_cache_mode = force_generic_plan",
            Map.of("binary", " collate \"C\"", "bytes", "bytea", "stored", " stored"));

    /** After this time two transactions that wait for each other count as stuck, in milliseconds. Both databases read it. */
    private static final String LIMIT_LOCK_WAIT = "set lock_timeout = 10000";

    private final String urlPrefix;
    private final String driver;
    private final String atEachConnection;
    private final Map<String, String> placeholders;

    Vendor(String urlPrefix, String driver, String atEachConnection, Map<String, String> placeholders) {
        this.urlPrefix = urlPrefix;
        this.driver = driver;
        this.atEachConnection = atEachConnection;
        this.placeholders = placeholders;
    }

    /** @throws IllegalArgumentException if the URL belongs to another database */
    public static Vendor of(String url) {
        return Arrays.stream(values())
                .filter(vendor -> url.startsWith(vendor.urlPrefix))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("url must begin with " + H2.urlPrefix + " or "
                        + POSTGRESQL.urlPrefix + ", not \"" + url + "\""));
    }

    /**
     * @return the URL with what is always set: H2 writes no file of its own about failures, they are in our log; where it cannot
     *     write one it prints a stack trace
     */
    String completed(String url) {
        return this == H2 && !url.toUpperCase(Locale.ROOT).contains("TRACE_LEVEL_FILE")
                ? url + ";TRACE_LEVEL_FILE=0"
                : url;
    }

    /** @return what makes sure that a commit has come to the disk; H2 writes some of it later */
    String toDisk() {
        return this == H2 ? "checkpoint sync" : "select 1";
    }

    /** @return class name of the driver, as a DataSourceFactory service names it */
    String driver() {
        return driver;
    }

    /** @return what a new connection is told first */
    String atEachConnection() {
        return atEachConnection;
    }

    /** @return what stands for {@code ${…}} in the migrations */
    Map<String, String> placeholders() {
        return placeholders;
    }
}

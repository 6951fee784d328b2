package org.lottrace.persistence.internal;

import java.util.Arrays;
import java.util.Map;

/** What differs between the two databases. Everything else is portable SQL. */
public enum Vendor {
    H2("jdbc:h2:", "org.h2.Driver", Map.of("binary", "", "bytes", "blob", "stored", "")),
    POSTGRESQL(
            "jdbc:postgresql:",
            "org.postgresql.Driver",
            Map.of("binary", " collate \"C\"", "bytes", "bytea", "stored", " stored"));

    /** After this time two transactions that wait for each other count as stuck, in milliseconds. Both databases read it. */
    static final String LIMIT_LOCK_WAIT = "set lock_timeout = 10000";

    private final String urlPrefix;
    private final String driver;
    private final Map<String, String> placeholders;

    Vendor(String urlPrefix, String driver, Map<String, String> placeholders) {
        this.urlPrefix = urlPrefix;
        this.driver = driver;
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

    /** @return class name of the driver, as a DataSourceFactory service names it */
    String driver() {
        return driver;
    }

    /** @return what stands for {@code ${…}} in the migrations */
    Map<String, String> placeholders() {
        return placeholders;
    }
}

package org.lottrace.persistence.internal;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What differs between the two databases. Everything else is portable SQL. */
public enum Vendor {
    H2(
            "jdbc:h2:",
            "org.h2.Driver",
            Vendor.LIMIT_LOCK_WAIT,
            Map.of(
                    "binary",
                    "",
                    "bytes",
                    "blob",
                    "stored",
                    "",
                    "serials",
                    "",
                    "of_companies",
                    "",
                    "unchained",
                    "",
                    "unless_h2",
                    "-- ")),
    /** Each query has one good plan, by index; planning it anew for each list of keys took longer than running it. */
    POSTGRESQL(
            "jdbc:postgresql:",
            "org.postgresql.Driver",
            Vendor.LIMIT_LOCK_WAIT + "; set plan_cache_mode = force_generic_plan",
            Map.of(
                    "binary",
                    " collate \"C\"",
                    "bytes",
                    "bytea",
                    "stored",
                    " stored",
                    "unless_h2",
                    "",
                    "serials",
                    " where element = 'serial'",
                    "of_companies",
                    " where company is not null",
                    "unchained",
                    " where chain_position is null"));

    private static final String H2_FILE = "jdbc:h2:file:";

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

    /** @return a question: how many connections to this database wait for a lock */
    String lockWaits() {
        return this == H2
                ? "select count(*) from information_schema.sessions where blocker_id is not null"
                : "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
    }

    /**
     * @return the URL with what is set where it says nothing else. H2 writes no file of its own about failures, they are in our log,
     *     and where it cannot write one it prints a stack trace. A commit writes each changed page of each index anew, some 50 kB:
     *     when it is closed it has ten seconds instead of a fifth of one to throw the old ones away
     */
    public String completed(String url) {
        return this == H2 ? with(with(url, "TRACE_LEVEL_FILE=0"), "MAX_COMPACT_TIME=10000") : url;
    }

    private static String with(String url, String setting) {
        String name = setting.substring(0, setting.indexOf('='));
        return url.toUpperCase(Locale.ROOT).contains(name) ? url : url + ";" + setting;
    }

    /** @return the file of an embedded database; a file system of H2's own, as in {@code split:}, is left out */
    public static Optional<Path> file(String url) {
        return url.startsWith(H2_FILE)
                ? Optional.of(Path.of(url.substring(H2_FILE.length())
                                        .replaceFirst(";.*", "")
                                        .replaceFirst("^[a-z]{2,}:", "")
                                + ".mv.db")
                        .toAbsolutePath())
                : Optional.empty();
    }

    /** @return asks which id its sequence gives next; asking takes none */
    public String nextIdQuery() {
        return this == H2
                ? "select base_value from information_schema.sequences where sequence_name = 'SURROGATE_ID'"
                : "select case when is_called then last_value + 50 else last_value end from surrogate_id";
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

package org.lottrace.tools;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.lottrace.persistence.internal.copy.Copies.Access;

/** Which database LotTrace uses: what {@code etc/org.lottrace.persistence.cfg} says, as the running one reads it. */
final class DatabaseSettings {
    private static final String NAME = "org.lottrace.persistence.cfg";
    private static final String DATA = "${lottrace.data";

    private DatabaseSettings() {}

    static Access of(Settings settings) throws IOException {
        Properties read = read(settings);
        return new Access(
                withDataFolder(read.getProperty("url"), settings.data()),
                read.getProperty("user", "sa"),
                read.getProperty("password", ""));
    }

    /** @return PostgreSQL's program for backups; what restores them lies beside it */
    static String pgDump(Settings settings) throws IOException {
        String named = read(settings).getProperty("pg.dump", "").strip();
        return named.isEmpty() ? "pg_dump" : named;
    }

    private static Properties read(Settings settings) throws IOException {
        Path file = settings.etc().resolve(NAME);
        if (Files.notExists(file)) {
            file = settings.home().resolve("etc").resolve(NAME);
        }
        Properties read = new Properties();
        try (Reader text = Files.newBufferedReader(file)) {
            read.load(text);
        }
        return read;
    }

    /** @return the database of a start that nobody told another one */
    static Access embedded(Settings settings) {
        return new Access("jdbc:h2:file:" + settings.data().resolve("db/lottrace"), "sa", "");
    }

    /** {@code ${lottrace.data:-…}}: what follows may hold braces of its own. */
    private static String withDataFolder(String url, Path data) {
        int from = url.indexOf(DATA);
        if (from < 0) {
            return url;
        }
        int open = 0;
        int to = from;
        do {
            char c = url.charAt(to++);
            open += c == '{' ? 1 : c == '}' ? -1 : 0;
        } while (to < url.length() && (open > 0 || to < from + 2));
        return url.substring(0, from) + data + url.substring(to);
    }
}

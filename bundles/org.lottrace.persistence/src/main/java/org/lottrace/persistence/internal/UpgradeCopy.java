package org.lottrace.persistence.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Before the tables of an embedded database are upgraded its file is copied, and stays. H2 commits each change of a table by itself:
 * after an upgrade that was killed or failed nobody knows what was done, so the next one begins again from the copy.
 */
final class UpgradeCopy {
    private static final Logger LOG = LoggerFactory.getLogger(UpgradeCopy.class);
    private static final String SUFFIX = ".mv.db";

    private final Path file;
    private final Path begun;

    /** @param file of the database, which nobody has open */
    UpgradeCopy(Path file) {
        this.file = file;
        begun = file.resolveSibling(name() + ".upgrading");
    }

    /** @param database opens the file; closed again afterwards */
    void beforeOpening(DataSource database) throws SQLException, IOException {
        if (Files.exists(begun)) {
            Path copy = file.resolveSibling(Files.readString(begun).strip());
            LOG.warn("an upgrade of the tables came to no end; begun again from its copy copy={}", copy);
            copy(copy, file);
            return;
        }
        if (Files.notExists(file)) {
            return;
        }
        Optional<String> version = version(database).filter(Migrations::isOlder);
        if (version.isPresent()) {
            Path copy = file.resolveSibling(name() + "-before-" + Migrations.newest() + SUFFIX);
            copy(file, copy);
            Files.writeString(begun, copy.getFileName().toString());
            LOG.info("the tables are upgraded from={} to={} copy={}", version.get(), Migrations.newest(), copy);
        }
    }

    /** The tables are those of this program. */
    void done() throws IOException {
        Files.deleteIfExists(begun);
    }

    private String name() {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }

    /** It is there when it is whole. */
    private static void copy(Path from, Path to) throws IOException {
        Path partial = to.resolveSibling(to.getFileName() + ".part");
        try {
            Files.copy(from, partial, StandardCopyOption.REPLACE_EXISTING);
            Files.move(partial, to, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private static Optional<String> version(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet table = connection.getMetaData().getTables(null, null, "schema_history", null)) {
                if (!table.next()) {
                    return Optional.empty();
                }
            }
            try (ResultSet newest =
                    statement.executeQuery("select \"version\" from \"schema_history\" where \"version\""
                            + " is not null order by \"installed_rank\" desc limit 1")) {
                return newest.next() ? Optional.of(newest.getString(1)) : Optional.empty();
            }
        }
    }
}

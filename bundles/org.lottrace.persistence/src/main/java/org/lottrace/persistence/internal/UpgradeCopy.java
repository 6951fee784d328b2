package org.lottrace.persistence.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Before the tables of an embedded database are upgraded its file is copied, and stays. H2 commits each change of a table by itself:
 * after an upgrade that was killed or failed nobody knows what was done, so the next one begins again from the copy.
 */
final class UpgradeCopy implements UpgradeBackup {
    private static final Logger LOG = LoggerFactory.getLogger(UpgradeCopy.class);
    private static final String SUFFIX = ".mv.db";

    private final Path file;
    private final Path begun;
    private volatile Path made;

    /** @param file of the database, which nobody has open */
    UpgradeCopy(Path file) {
        this.file = file;
        begun = file.resolveSibling(name() + ".upgrading");
    }

    /** @param database opens the file; closed again afterwards */
    @Override
    public void beforeOpening(DataSource database) throws SQLException, IOException {
        if (Files.exists(begun)) {
            Path copy = file.resolveSibling(Files.readString(begun).strip());
            LOG.warn("an upgrade of the tables came to no end; begun again from its copy copy={}", copy);
            copy(copy, file);
            made = copy;
            return;
        }
        if (Files.notExists(file)) {
            return;
        }
        Optional<String> version = Migrations.version(database).filter(Migrations::isOlder);
        if (version.isPresent()) {
            Path copy = file.resolveSibling(name() + "-before-" + Migrations.newest() + SUFFIX);
            copy(file, copy);
            Files.writeString(begun, copy.getFileName().toString());
            made = copy;
            LOG.info("the tables are upgraded from={} to={} copy={}", version.get(), Migrations.newest(), copy);
        }
    }

    @Override
    public void done() throws IOException {
        Files.deleteIfExists(begun);
    }

    @Override
    public Optional<Path> made() {
        return Optional.ofNullable(made);
    }

    @Override
    public void stop() {
        // a copy takes seconds
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
}

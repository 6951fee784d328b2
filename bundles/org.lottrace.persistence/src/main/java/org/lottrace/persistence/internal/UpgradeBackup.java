package org.lottrace.persistence.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Puts aside what is stored before its tables are upgraded, for whoever wants it back as it was. */
interface UpgradeBackup {
    /**
     * Backs up when there are tables of an earlier version, and does nothing else.
     *
     * @param database to ask; nobody works with it yet
     * @throws NoBackupException if there is none: then nothing may be upgraded
     */
    void beforeOpening(DataSource database) throws SQLException, IOException;

    /** The tables are those of this program. */
    void done() throws IOException;

    /** @return what was made, once it is whole */
    Optional<Path> made();

    /** Breaks off what is being made; the tables stay as they are. */
    void stop();

    /** @return how the database that is configured is backed up; one in memory is not */
    static Optional<UpgradeBackup> of(DatabaseConfig config, Path dataFolder) {
        return Vendor.of(config.url()) == Vendor.POSTGRESQL
                ? Optional.of(new UpgradeDump(config, dataFolder))
                : Vendor.file(config.url()).map(UpgradeCopy::new);
    }
}

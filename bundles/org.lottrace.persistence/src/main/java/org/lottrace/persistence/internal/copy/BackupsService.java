package org.lottrace.persistence.internal.copy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.lottrace.api.backup.BackupContents;
import org.lottrace.api.backup.Backups;
import org.lottrace.api.transaction.StoreUnavailableException;
import org.lottrace.persistence.internal.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Backs up what is in use, on a connection of its own. */
@Component
public final class BackupsService implements Backups {
    private static final Logger LOG = LoggerFactory.getLogger(BackupsService.class);

    private final Database database;

    @Activate
    public BackupsService(@Reference Database database) {
        this.database = database;
    }

    @Override
    public BackupContents backUp(Path file) {
        try (Connection connection = database.connection()) {
            BackupContents contents =
                    BackupFile.write(connection, database.vendor(), file).contents();
            LOG.info("backed up file={} rows={} head={}", file, contents.rows(), contents.ledgerPosition());
            return contents;
        } catch (RefusedCopyException | IOException refused) {
            throw new IllegalArgumentException("nothing was backed up: " + refused.getMessage(), refused);
        } catch (SQLException failure) {
            throw new StoreUnavailableException("nothing was backed up: " + failure.getMessage(), failure);
        }
    }
}

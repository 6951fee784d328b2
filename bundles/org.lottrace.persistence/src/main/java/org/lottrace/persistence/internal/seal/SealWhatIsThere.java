package org.lottrace.persistence.internal.seal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/** Seals the records of a database that is older than seals, once: whatever has none later was not written by LotTrace. */
public final class SealWhatIsThere implements JavaMigration {
    public static final String VERSION = "21.1";

    private static final int RECORDS = 10_000;

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion(VERSION);
    }

    @Override
    public String getDescription() {
        return "seal what is there";
    }

    @Override
    public Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        RecordReader reader = new RecordReader(context.getConnection());
        for (SealedRecord record : SealedRecord.olderThanSeals()) {
            List<RecordKey> unsealed = new ArrayList<>(reader.unsealed(record));
            for (int from = 0; from < unsealed.size(); from += RECORDS) {
                Seals seals = new Seals();
                unsealed.subList(from, Math.min(unsealed.size(), from + RECORDS))
                        .forEach(key -> seals.add(record, key));
                StagedSeals.insert(context.getConnection(), seals.read(context.getConnection()));
            }
        }
    }
}

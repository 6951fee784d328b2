package org.lottrace.persistence.internal.seal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * Seals records that are older than their seals or that a file of SQL has just made, once: whatever has none later was not written by
 * LotTrace.
 */
public final class SealWhatIsThere implements JavaMigration {
    public static final List<SealWhatIsThere> ALL = List.of(
            new SealWhatIsThere("21.1", "seal what is there", SealedRecord.olderThanSeals()),
            new SealWhatIsThere("39.1", "seal what was handed over", Set.of(SealedRecord.ENTRY_NUMBERS)));

    private static final int RECORDS = 10_000;

    private final String version;
    private final String description;
    private final Set<SealedRecord> records;

    private SealWhatIsThere(String version, String description, Set<SealedRecord> records) {
        this.version = version;
        this.description = description;
        this.records = Set.copyOf(records);
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion(version);
    }

    @Override
    public String getDescription() {
        return description;
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
        for (SealedRecord record : records) {
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

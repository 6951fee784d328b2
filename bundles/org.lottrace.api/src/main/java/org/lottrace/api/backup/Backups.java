package org.lottrace.api.backup;

import java.nio.file.Path;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.osgi.annotation.versioning.ProviderType;

/** Makes copies of everything that is stored. */
@ProviderType
public interface Backups {
    /**
     * Writes all rows of all tables as they are at one moment, while others go on working.
     *
     * @param file a new one; it is there when the copy is whole, or not at all
     * @throws IllegalArgumentException if there is such a file, or it cannot be written
     * @throws org.lottrace.api.transaction.StoreUnavailableException if the database cannot be read
     */
    @Operation(name = "backup.make", roles = Role.ADMINISTRATOR, repeat = Repeat.EACH_TIME)
    BackupContents backUp(Path file);
}

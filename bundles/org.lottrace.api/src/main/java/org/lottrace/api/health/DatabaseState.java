package org.lottrace.api.health;

import java.nio.file.Path;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * How the database is. There as soon as it is configured, also while it cannot be opened and nothing else is there. Not an
 * operation: it says nothing about data.
 */
@ProviderType
public interface DatabaseState {
    /** Asks the database, and waits five seconds at most. @return what is wrong with it; empty when it works */
    Optional<DatabaseFault> fault();

    /**
     * Asks nobody.
     *
     * @return the file into which everything was backed up since the start of LotTrace, before its tables were upgraded; empty
     *     when there was nothing to upgrade, or the administrator had a backup
     */
    default Optional<Path> upgradeBackup() {
        return Optional.empty();
    }
}

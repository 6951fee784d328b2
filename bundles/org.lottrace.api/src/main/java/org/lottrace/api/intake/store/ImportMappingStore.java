package org.lottrace.api.intake.store;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.intake.ImportMapping;
import org.lottrace.api.transaction.Writes;
import org.osgi.annotation.versioning.ProviderType;

/** Port to field mappings. Every method joins the caller's unit of work or opens one. */
@ProviderType
public interface ImportMappingStore {
    /** Inserts the mapping, or replaces the one with its name. */
    @Writes
    void save(ImportMapping mapping);

    /** @return the mapping with that name, or empty */
    Optional<ImportMapping> find(String name);

    /** @return by name, those after that name, at most {@code limit} */
    List<ImportMapping> list(Optional<String> after, int limit);

    /** @return false when there is none of that name */
    @Writes
    boolean delete(String name);
}

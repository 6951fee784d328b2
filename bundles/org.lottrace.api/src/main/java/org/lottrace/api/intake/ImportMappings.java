package org.lottrace.api.intake;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.violation.Violation;
import org.osgi.annotation.versioning.ProviderType;

/** Keeps field mappings. Each call joins the caller's unit of work or opens one. */
@ProviderType
public interface ImportMappings {
    /** Refusal of a name that is no name. */
    String MAPPING_NAME_INVALID = "MAPPING_NAME_INVALID";

    /** Refusal of a mapping that is not there. */
    String MAPPING_UNKNOWN = "MAPPING_UNKNOWN";

    /** Refusal of a field that the subject has not. */
    String FIELD_UNKNOWN = "FIELD_UNKNOWN";

    /** Refusal of two sources for one field. */
    String FIELD_REPEATED = "FIELD_REPEATED";

    /** Refusal of a mapping that leaves out what every row has to have. */
    String FIELD_MISSING = "FIELD_MISSING";

    /** Refusal of a source that is neither a column nor a value, or both. */
    String SOURCE_UNCLEAR = "SOURCE_UNCLEAR";

    /** Refusal of a fixed value, or of a translation, that the field cannot have. */
    String VALUE_WRONG = "VALUE_WRONG";

    /** Refusal of a date format that cannot be read. */
    String DATE_FORMAT_INVALID = "DATE_FORMAT_INVALID";

    /**
     * Adds the mapping, or replaces the one with its name. Idempotent.
     *
     * @return every problem: {@code MAPPING_NAME_INVALID}, {@code FIELD_UNKNOWN}, {@code FIELD_REPEATED}, {@code FIELD_MISSING},
     *     {@code SOURCE_UNCLEAR}, {@code VALUE_WRONG}, {@code DATE_FORMAT_INVALID}, at {@code sources[n].…} counted from 1;
     *     empty when it is stored
     */
    @Operation(
            name = "import-mapping.save",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.MASTER_DATA, Role.CONTROLLER},
            repeat = Repeat.SAME_STATE,
            refusals = {
                MAPPING_NAME_INVALID,
                FIELD_UNKNOWN,
                FIELD_REPEATED,
                FIELD_MISSING,
                SOURCE_UNCLEAR,
                VALUE_WRONG,
                DATE_FORMAT_INVALID
            })
    List<Violation> save(ImportMapping mapping);

    /** @return the mapping with that name, or empty */
    @Operation(name = "import-mapping.find")
    Optional<ImportMapping> find(String name);

    /**
     * @param after goes on after the mapping of that name; absent: from the first on
     * @param limit at most so many, 1 to 1000; as many come while there may be more
     * @return a page of the mappings, by name
     * @throws IllegalArgumentException if the limit is not 1 to 1000
     */
    @Operation(name = "import-mapping.list")
    List<ImportMapping> list(Optional<String> after, int limit);

    /**
     * Takes a mapping away. What was imported by it stays.
     *
     * @return empty when it is gone; {@code MAPPING_UNKNOWN}
     */
    @Operation(
            name = "import-mapping.delete",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.MASTER_DATA, Role.CONTROLLER},
            repeat = Repeat.EACH_TIME,
            refusals = MAPPING_UNKNOWN)
    List<Violation> delete(String name);
}

package org.lottrace.api.intake;

import java.util.List;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Imports tables. A file is taken whole or not at all, in one transaction; the same file again writes nothing.
 *
 * <p>A file has at most {@link #MOST_BYTES} bytes and {@link #MOST_ROWS} rows. Blanks around a cell do not count, empty rows are passed
 * over. Rows with the same key are one thing: its list fields ({@code lines}, {@code locations}) get an element from each row, and
 * replace the list that is known; its other fields have to agree.
 */
@ProviderType
public interface Imports {
    /** Size of the largest file. */
    int MOST_BYTES = 6_000_000;

    /** Most rows of a file, without its headings. */
    int MOST_ROWS = 20_000;

    /** Most columns of a file. */
    int MOST_COLUMNS = 200;

    /** Most cells of a file that have something in them: a small workbook may be made to be a large table. */
    int MOST_CELLS = 600_000;

    /** Most characters of a cell. */
    int LONGEST_CELL = 2_000;

    /** Problem of a file that is no table of its format and encoding. */
    String FILE_NOT_READABLE = "FILE_NOT_READABLE";

    /** Problem of a file beyond one of the limits. */
    String FILE_TOO_LARGE = "FILE_TOO_LARGE";

    /** Problem of a file that the mapping is for another subject. */
    String MAPPING_OF_OTHER_SUBJECT = "MAPPING_OF_OTHER_SUBJECT";

    /** Problem of a column that the mapping names and the file has not. */
    String COLUMN_MISSING = "COLUMN_MISSING";

    /** Problem of two columns with one heading that is wanted. */
    String COLUMN_REPEATED = "COLUMN_REPEATED";

    /** Problem of a row with more cells than there are headings. */
    String ROW_TOO_LONG = "ROW_TOO_LONG";

    /** Problem of an empty cell where something has to stand. */
    String VALUE_MISSING = "VALUE_MISSING";

    /** Problem of two rows about one thing that contradict each other. */
    String ROWS_DISAGREE = "ROWS_DISAGREE";

    /** Problem of a row about what another row says all of. */
    String KEY_REPEATED = "KEY_REPEATED";

    /** @return what can be imported, with all fields */
    @Operation(name = "import.subjects")
    List<SubjectFields> subjects();

    /**
     * Reads the headings of a file and proposes a mapping by similar names. Changes nothing.
     *
     * @param source its mapping, when it names one, is taken instead of a guess
     */
    @Operation(name = "import.propose")
    ImportProposal propose(ImportSource source, byte[] content);

    /**
     * The dry run: does all that {@link #run} does, and undoes it. For a moment it locks what the import would lock.
     *
     * @param caller has to have a role of the operation that the subject needs: {@code movement.open} for opening stock,
     *     {@code item.save} for items, and so on
     * @return what would be written, or every problem
     * @throws org.lottrace.api.operation.NotAllowedException if the caller has no such role
     */
    @Operation(
            name = "import.check",
            takesLong = true,
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.MASTER_DATA, Role.CONTROLLER})
    ImportReport check(Caller caller, ImportSource source, byte[] content);

    /**
     * Writes what a file says, all of it or nothing.
     *
     * <p>Idempotent: what is known already as the file says it is not written again. Opening stock becomes events of at most 500 lines,
     * for each site, count sheet and time of the count; the id of such an event is {@code import:} and a hash of its lines, with a
     * number behind it when an event of that id was reversed.
     *
     * @param caller has to have a role of the operation that the subject needs, as for {@link #check}
     * @return what was written; already done when there was nothing new; or refused with every problem of {@link ImportReport#problems},
     *     at row and column
     * @throws org.lottrace.api.operation.NotAllowedException if the caller has no such role
     */
    @Operation(
            name = "import.run",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.MASTER_DATA, Role.CONTROLLER},
            repeat = Repeat.SAME_STATE,
            refusals = {
                FILE_NOT_READABLE,
                FILE_TOO_LARGE,
                ImportMappings.MAPPING_UNKNOWN,
                MAPPING_OF_OTHER_SUBJECT,
                COLUMN_MISSING,
                COLUMN_REPEATED,
                ROW_TOO_LONG,
                ImportMappings.FIELD_MISSING,
                VALUE_MISSING,
                ImportMappings.VALUE_WRONG,
                ROWS_DISAGREE,
                KEY_REPEATED,
                "GTIN_IN_USE",
                "BASE_UNIT_CHANGED",
                "PACK_UNIT_REPEATED",
                "EDI_ADDRESS_IN_USE",
                "TEMPLATE_INVALID",
                "COMPANY_UNKNOWN",
                "LOCATION_REPEATED",
                "SUPPLIER_UNKNOWN",
                "CUSTOMER_UNKNOWN",
                "LINE_REPEATED",
                "CURRENCY_NOT_FUNCTIONAL",
                "OPENED_ALREADY"
            },
            refusalsOf = {MovementCapture.class, LotMaster.class})
    Outcome<ImportReport> run(Caller caller, ImportSource source, byte[] content);
}

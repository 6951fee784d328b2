package org.lottrace.api.handover;

import java.io.OutputStream;
import org.lottrace.api.cost.InBooks;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Role;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The journal as files. Each stands for itself: what it declares, it uses, and the balances that it asserts at its end are what its own
 * entries leave on each account and lot. A file from entry 1 on has the balances of the books.
 *
 * <p>In {@code hledger} and {@code beancount} each entry is one transaction; a lot is a sub-account (account, item, issuer, number) and
 * has its quantity beside its value, in a commodity of its own for each unit. A name that a program does not allow is escaped; the same
 * name always the same way, and no two alike. Beside the account stands its number in the company's chart, where a rule says one.
 *
 * <p>Writing a file keeps no numbers: who hands it over calls {@link AccountNumbers#keep} first.
 */
@InBooks
@ProviderType
public interface JournalFiles {
    /** So many entries one file has at most: each account and lot in it is remembered until its end. */
    int MOST_ENTRIES = 100_000;

    /** Refusal of SAF-T by entry numbers, of a part of a day, or of more than one file holds. */
    String SAF_T_RANGE_WRONG = "SAF_T_RANGE_WRONG";

    /** Refusal of SAF-T that is not, or not wholly, set up; the message says what is missing. */
    String SAF_T_NOT_SET_UP = "SAF_T_NOT_SET_UP";

    /** Refusal of SAF-T for what its form cannot say, or what the schema that is set up does not accept. */
    String SAF_T_INVALID = "SAF_T_INVALID";

    /**
     * Writes entries that are committed, a page at a time, however many there are. Books first what is committed, and throws what
     * {@link org.lottrace.api.cost.LotCosting} throws when that cannot be done; what was written by then is of no use.
     *
     * @param to gets the file, texts in UTF-8; stays open
     * @return how far the file reaches
     * @throws org.lottrace.api.operation.NotPossibleException if there can be no such file; what was written by then is of no use
     * @throws java.io.UncheckedIOException if it cannot be written to
     */
    @Operation(
            name = "journal.write",
            takesLong = true,
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR},
            refusals = {SAF_T_RANGE_WRONG, SAF_T_NOT_SET_UP, SAF_T_INVALID})
    JournalFile write(JournalFileFormat format, JournalRange range, OutputStream to);
}

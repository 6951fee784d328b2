package org.lottrace.api.cost;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Reason;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Accounting periods and their close. A period is locked, which fixes its figures, and signed by somebody else.
 *
 * <p>A period that is locked refuses no movement: what is recorded later for one of its days is booked on the first open day, and
 * says the day that it was for ({@link JournalEntry#originalDate}). Only an accounting date that a sender <em>states</em> and that
 * lies in it is refused. Periods are closed one after the other and opened again the other way round, so that the open days are always
 * all those after one day. What counts is the order of the ledger: what was recorded before the lock is in the period, and what was
 * recorded after it is not, also when the books are built again.
 *
 * <p>Each call joins the caller's unit of work or opens its own; days have no time zone, only whether a period is over is asked of
 * the configured one. Questions about figures first book what is committed and throw what {@link LotCosting} throws.
 */
@InBooks
@ProviderType
public interface AccountingPeriods {
    /** Refusal of a day that is not the last one of a period. */
    String PERIOD_UNKNOWN = "PERIOD_UNKNOWN";

    /** Refusal of a period that is not over. */
    String PERIOD_NOT_OVER = "PERIOD_NOT_OVER";

    /** Refusal of a lock while an earlier period has entries and is open. */
    String EARLIER_PERIOD_OPEN = "EARLIER_PERIOD_OPEN";

    /** Refusal to open a period again while a later one is locked. */
    String LATER_PERIOD_CLOSED = "LATER_PERIOD_CLOSED";

    /** Refusal of a lock while a check has found something that was not accepted. */
    String CHECK_OPEN = "CHECK_OPEN";

    /** Refusal to sign or open again what is not locked. */
    String PERIOD_NOT_LOCKED = "PERIOD_NOT_LOCKED";

    /** Refusal of a signature while the figures are not worked out. */
    String SNAPSHOT_MISSING = "SNAPSHOT_MISSING";

    /** Refusal of a signature by who locked the period. */
    String SIGNER_LOCKED = "SIGNER_LOCKED";

    /** Refusal of a signature by who captured movements of the period. */
    String SIGNER_CAPTURED = "SIGNER_CAPTURED";

    /**
     * @param before only periods that end before that day; absent: from the one of today on
     * @param limit how many at most, 1 to 500
     * @return the periods, the newest first, down to that of the first entry
     * @throws IllegalArgumentException if the limit is another number
     */
    @Operation(
            name = "period.list",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR})
    List<AccountingPeriod> list(Optional<LocalDate> before, int limit);

    /** @return the period whose last day that is, or empty when it is that of none */
    @Operation(
            name = "period.find",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR})
    Optional<AccountingPeriod> find(LocalDate to);

    /**
     * @return what stands in the way of its close, one for each {@link CloseCheck.Kind}; empty when there is no such period. The
     *     oldest that is open and may be locked next is meant; of another one it is what it would be
     */
    @Operation(
            name = "period.checklist",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR})
    List<CloseCheck> checklist(LocalDate to);

    /**
     * @param skip how many rows were shown before
     * @param limit how many at most, 1 to 1001; as many come while there may be more
     * @return a page of what the check has found at the end of that day, the oldest first
     * @throws IllegalArgumentException if the limit is another number
     */
    @Operation(
            name = "period.list-check-rows",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR})
    List<CloseRow> rows(LocalDate to, CloseCheck.Kind check, int skip, int limit);

    /**
     * Locks a period and works out its figures. Idempotent: a period that is locked stays so; when its figures could not be worked
     * out, they are now.
     *
     * @return the period as it is now; every problem: {@code PERIOD_UNKNOWN}, {@code PERIOD_NOT_OVER},
     *     {@code EARLIER_PERIOD_OPEN}, {@code CHECK_OPEN} for each check, {@code REASON_MISSING} when one is accepted,
     *     {@code REASON_TOO_LONG}
     */
    @Operation(
            name = "period.lock",
            roles = {Role.ACCOUNTANT, Role.CONTROLLER},
            repeat = Repeat.SAME_STATE,
            refusals = {
                PERIOD_UNKNOWN,
                PERIOD_NOT_OVER,
                EARLIER_PERIOD_OPEN,
                CHECK_OPEN,
                Reason.MISSING,
                Reason.TOO_LONG
            })
    Outcome<AccountingPeriod> lock(Caller caller, PeriodLock request);

    /**
     * Signs a locked period. Who locked it, or captured a movement of it (other than counts and opening stock, which a controller
     * answers for), is refused. Idempotent: what is signed stays so.
     *
     * @param hash of the figures that are signed: who signs has seen them
     * @return the period as it is now; {@code PERIOD_UNKNOWN}, {@code PERIOD_NOT_LOCKED}, {@code SNAPSHOT_MISSING},
     *     {@code HASH_DIFFERS}, {@code SIGNER_LOCKED}, {@code SIGNER_CAPTURED}
     */
    @Operation(
            name = "period.sign",
            roles = Role.CONTROLLER,
            repeat = Repeat.SAME_STATE,
            refusals = {
                PERIOD_UNKNOWN,
                PERIOD_NOT_LOCKED,
                SNAPSHOT_MISSING,
                "HASH_DIFFERS",
                SIGNER_LOCKED,
                SIGNER_CAPTURED
            })
    Outcome<AccountingPeriod> sign(Caller caller, LocalDate to, String hash);

    /**
     * Opens the newest locked period again. What came late for it stays where it was booked; what is recorded from now on goes into it.
     * Idempotent: what is open stays so.
     *
     * @return the period as it is now; {@code PERIOD_UNKNOWN}, {@code LATER_PERIOD_CLOSED}, {@code REASON_MISSING},
     *     {@code REASON_TOO_LONG}
     */
    @Operation(
            name = "period.reopen",
            roles = Role.CONTROLLER,
            repeat = Repeat.SAME_STATE,
            refusals = {PERIOD_UNKNOWN, LATER_PERIOD_CLOSED, Reason.MISSING, Reason.TOO_LONG})
    Outcome<AccountingPeriod> reopen(Caller caller, LocalDate to, String reason);

    /**
     * @param step number of the step that locked a period
     * @param after the last lot of the page before; empty for the first page
     * @param limit how many at most; as many come while there may be more
     * @return a page of what its figures say of lots, in the order in which these were registered
     */
    @Operation(
            name = "period.list-lots",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR})
    List<LotCost> lots(long step, Optional<LotKey> after, int limit);

    /**
     * @param after only entries with a higher number than this; 0 for the first page
     * @param limit how many at most; as many come while there may be more
     * @return a page of the entries that came late for a day of the period and count on a later one, by number
     */
    @Operation(
            name = "period.list-late",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR})
    List<JournalEntry> late(LocalDate to, long after, int limit);

    /**
     * Works out the figures of a locked period anew, from the journal as it was known then. Takes time in proportion to the journal.
     *
     * @return their hash, which is that of the snapshot; empty when the period has none
     */
    @Operation(
            name = "period.recompute",
            takesLong = true,
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR})
    Optional<String> recompute(LocalDate to);
}

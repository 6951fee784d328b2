package org.lottrace.api.handover;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.cost.InBooks;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Reason;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Hands the journal over entry by entry, each exactly once: a receiver takes what is behind the last entry that it has acknowledged, and
 * acknowledges what it has. What it takes twice has the same number both times. Several receivers know nothing of each other; one is
 * there from the first entry on that it takes.
 *
 * <p>A receiver gets the journal of one company that keeps books of its own, or that of the common books: of those that were asked when it
 * took its first entry. The numbers of entries run through all books, so of one company some are missing.
 *
 * <p>An entry may be rejected. Then it and all behind it wait until it is resent, or only it does: the configuration
 * {@code org.lottrace.handover} says which. Whoever rejects an entry opens an exception case of its event.
 */
@InBooks
@ProviderType
public interface JournalReceivers {
    /** So many entries are taken at a time at most. */
    int MOST_ENTRIES = 1_000;

    /** Code of the exception case of an entry that was rejected. */
    String JOURNAL_ENTRY_REJECTED = "JOURNAL_ENTRY_REJECTED";

    /** Refusal of a name that is none: 1 to 30 letters, digits, dots, hyphens and underscores, the first a letter or digit. */
    String RECEIVER_NAME_WRONG = "RECEIVER_NAME_WRONG";

    /** Refusal of a receiver that never took anything. */
    String RECEIVER_UNKNOWN = "RECEIVER_UNKNOWN";

    /** Refusal of a receiver that gets the journal of other books than were asked. */
    String RECEIVER_OF_OTHER_BOOKS = "RECEIVER_OF_OTHER_BOOKS";

    /** Refusal of a number of entries that is not 1 to {@value #MOST_ENTRIES}. */
    String ENTRY_COUNT_WRONG = "ENTRY_COUNT_WRONG";

    /** Refusal of an entry that the receiver was never given. */
    String ENTRY_NOT_SENT = "ENTRY_NOT_SENT";

    /** Refusal to reject an entry that the receiver has acknowledged. */
    String ENTRY_ACKNOWLEDGED = "ENTRY_ACKNOWLEDGED";

    /** Refusal to acknowledge what waits behind a rejected entry, or to reject an entry for another reason than before. */
    String ENTRY_REJECTED = "ENTRY_REJECTED";

    /** Refusal to reject more, with 1000 rejected entries that were not resent. */
    String TOO_MANY_REJECTED = "TOO_MANY_REJECTED";

    /**
     * Gives entries behind the last acknowledged one. Books first what is committed, and throws what
     * {@link org.lottrace.api.cost.LotCosting} throws when that cannot be done. What is given for the first time, to whomever, keeps its
     * account numbers from then on ({@link AccountNumbers}).
     *
     * @param most so many entries at most
     * @return the entries; already done when nothing is among them that was never given before
     */
    @Operation(
            name = "journal.take",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER},
            repeat = Repeat.SAME_STATE,
            refusals = {RECEIVER_NAME_WRONG, ENTRY_COUNT_WRONG, RECEIVER_OF_OTHER_BOOKS, "COMPANY_UNKNOWN"})
    Outcome<JournalDelivery> take(Caller caller, String receiver, int most);

    /**
     * Says that the receiver has all entries up to that one.
     *
     * @return how far it is; already done when it has acknowledged that one before
     */
    @Operation(
            name = "journal.acknowledge",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER},
            repeat = Repeat.SAME_STATE,
            refusals = {RECEIVER_UNKNOWN, ENTRY_NOT_SENT, ENTRY_REJECTED})
    Outcome<JournalReceiver> acknowledge(Caller caller, String receiver, long entry);

    /**
     * Says that the receiver does not take an entry.
     *
     * @param reason 1 to 2000 characters
     * @return the rejection; already done when the entry is rejected for that reason
     */
    @Operation(
            name = "journal.reject",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER},
            repeat = Repeat.SAME_STATE,
            refusals = {
                RECEIVER_UNKNOWN,
                ENTRY_NOT_SENT,
                ENTRY_ACKNOWLEDGED,
                ENTRY_REJECTED,
                TOO_MANY_REJECTED,
                Reason.MISSING,
                Reason.TOO_LONG
            })
    Outcome<JournalRejection> reject(Caller caller, String receiver, long entry, String reason);

    /**
     * Has all entries sent once more from that one on, the rejected ones too. Until then none of them counts as sent: who acknowledges one
     * that was given before is refused. Exception cases stay open until somebody closes them.
     *
     * @return how far the receiver is then; already done when it was so
     */
    @Operation(
            name = "journal.resend",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER},
            repeat = Repeat.SAME_STATE,
            refusals = {RECEIVER_UNKNOWN, ENTRY_NOT_SENT})
    Outcome<JournalReceiver> resend(Caller caller, String receiver, long from);

    /**
     * @param after the last one of the page before; empty for the first page
     * @param limit how many at most; as many come while there may be more
     * @return receivers, by name
     */
    @Operation(
            name = "journal.list-receivers",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR})
    List<JournalReceiver> list(Optional<String> after, int limit);

    /**
     * @param after number of the last one of the page before; 0 for the first page
     * @param limit how many at most; as many come while there may be more
     * @return what that receiver has rejected, also what was sent once more since, by number
     */
    @Operation(
            name = "journal.list-rejections",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR})
    List<JournalRejection> rejections(String receiver, long after, int limit);
}

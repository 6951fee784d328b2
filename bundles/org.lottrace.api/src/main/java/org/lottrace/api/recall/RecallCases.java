package org.lottrace.api.recall;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.EventId;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Refusals;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quality.Holds;
import org.lottrace.api.violation.Reason;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Leads recalls from the decision to the end. Each operation is one transaction, all of it or nothing; it joins the caller's
 * unit of work or opens one.
 *
 * <p>Every step is refused with {@code CASE_UNKNOWN}, {@code CASE_CLOSED}, nearly every one with {@code CASE_CANCELLED}, and what it says itself; always with every reason.
 * Who may take it is in the catalogue and is not asked again here.
 */
@Refusals({"CASE_UNKNOWN", "CASE_CLOSED"})
@ProviderType
public interface RecallCases {
    /**
     * Says what {@link #open} would affect and stop. Changes nothing and locks nothing. Refused with {@code LOT_UNKNOWN},
     * {@code ITEM_UNKNOWN}, {@code NOTHING_AFFECTED}.
     *
     * @param mode an exercise stops nothing, and finds no lot that is only announced
     */
    @Operation(
            name = "recall-case.preview",
            refusals = {"LOT_UNKNOWN", "ITEM_UNKNOWN", "NOTHING_AFFECTED"})
    Outcome<RecallPreview> preview(RecallMode mode, ScopeCriteria criteria);

    /**
     * Opens a case, and unless it is a {@link RecallMode#MOCK} recalls every affected lot: stock everywhere is blocked,
     * reservations and open picks are cancelled, ship notices that are not sent yet are withheld, goods that may still be
     * on the road are listed. Idempotent by the id of the context.
     *
     * <p>Refused with {@code LOT_UNKNOWN}, {@code NOTHING_AFFECTED}, {@code TEXT_MISSING}, {@code PERCENT_WRONG} (level B needs
     * more than 10 and less than 100, the others their own), {@code DECIDED_LATER} and the reasons of
     * {@link org.lottrace.api.quality.Holds#recall}.
     *
     * @param caller who opens it
     * @param context when and where, for the ledger; its id is the id of the recalling event
     */
    @Operation(
            name = "recall-case.open",
            roles = Role.RECALL_COORDINATOR,
            repeat = Repeat.ONCE_PER_ID,
            refusals = {
                "LOT_UNKNOWN",
                "ITEM_UNKNOWN",
                "NOTHING_AFFECTED",
                "TEXT_MISSING",
                "PERCENT_WRONG",
                "DECIDED_LATER",
                "EVENT_ID_REUSED",
                "ALREADY_RECALLED"
            },
            refusalsOf = {Holds.class})
    Outcome<RecallCase> open(Caller caller, CaptureContext context, RecallOpening opening, ScopeCriteria criteria);

    /**
     * Adds suspects: another version of the scope, and what it adds is blocked as at the opening. Refused with {@code LOT_UNKNOWN}, {@code NOTHING_ADDED}, {@code TEXT_MISSING}.
     *
     * @param more what is looked for besides; its exclusions are not used
     */
    @Operation(
            name = "recall-case.expand",
            roles = Role.RECALL_COORDINATOR,
            repeat = Repeat.ONCE_PER_ID,
            refusals = {
                "CASE_CANCELLED",
                "LOT_UNKNOWN",
                "ITEM_UNKNOWN",
                "NOTHING_ADDED",
                "TEXT_MISSING",
                "EVENT_ID_REUSED",
                "ALREADY_RECALLED"
            },
            refusalsOf = {Holds.class})
    Outcome<RecallCase> expand(
            Caller caller, CaptureContext context, RecallCaseId id, ScopeCriteria more, String reason);

    /**
     * Takes lots out of the recall that were shown not to be affected: another version of the scope. They are on hold
     * afterwards, unless another open case keeps them recalled. Consignees who were told about them get a notice that takes it
     * back. Refused with
     * {@code LOT_NOT_AFFECTED}, {@code TEXT_MISSING}.
     */
    @Operation(
            name = "recall-case.exclude",
            roles = Role.RECALL_QUALITY,
            repeat = Repeat.ONCE_PER_ID,
            refusals = {"CASE_CANCELLED", "LOT_NOT_AFFECTED", "TEXT_MISSING", "EVENT_ID_REUSED", "NOT_RECALLED"},
            refusalsOf = {Holds.class})
    Outcome<RecallCase> exclude(
            Caller caller, CaptureContext context, RecallCaseId id, List<LotKey> lots, String reason);

    /**
     * Queues a notice for every consignee who has not been told about what they received. Idempotent. Refused with {@code MOCK_TELLS_NOBODY}.
     */
    @Operation(
            name = "recall-case.notify-consignees",
            roles = Role.RECALL_COORDINATOR,
            repeat = Repeat.SAME_STATE,
            refusals = {"CASE_CANCELLED", "MOCK_TELLS_NOBODY"})
    Outcome<RecallCase> notifyConsignees(Caller caller, RecallCaseId id);

    /**
     * Records that a consignee was told outside LotTrace: by telephone, letter, visit. Refused with {@code NOT_A_CONSIGNEE}, {@code MOCK_TELLS_NOBODY}.
     *
     * @param method such as {@code TELEPHONE}
     * @param detail whom, and what was said
     */
    @Operation(
            name = "recall-case.record-notified",
            roles = Role.RECALL_COORDINATOR,
            repeat = Repeat.EACH_TIME,
            refusals = {"NOT_A_CONSIGNEE", "MOCK_TELLS_NOBODY", "TEXT_MISSING"})
    Outcome<RecallCase> notified(Caller caller, RecallCaseId id, PartyId party, String method, String detail);

    /**
     * Records what a consignee answered. A consignee answers for itself alone. An answer about the same goods from the same {@link ConsigneeAnswer#source() message} is not recorded again.
     * Refused with {@code NOT_SHIPPED} (they did not receive that lot with that shipment), {@code UNIT_NOT_BASE}.
     */
    @Operation(
            name = "recall-case.record-answer",
            roles = {Role.RECALL_COORDINATOR, Role.CONSIGNEE},
            repeat = Repeat.SAME_STATE,
            refusals = {"CASE_CANCELLED", "ROLE_MISSING", "NOT_SHIPPED", "UNIT_NOT_BASE", "TEXT_MISSING"})
    Outcome<RecallCase> answer(Caller caller, RecallCaseId id, ConsigneeAnswer answer);

    /**
     * Draws who is checked. The same seed and consignees give the same sample. Refused
     * with {@code REASON_MISSING} when it was drawn before and no reason is given, and {@code NO_CHECKS} at level E.
     *
     * @param reason why it is drawn again; empty for the first draw
     */
    @Operation(
            name = "recall-case.draw-sample",
            roles = Role.RECALL_COORDINATOR,
            repeat = Repeat.EACH_TIME,
            refusals = {"CASE_CANCELLED", Reason.MISSING, Reason.TOO_LONG, "NO_CHECKS"})
    Outcome<RecallCase> drawSample(Caller caller, RecallCaseId id, long seed, String reason);

    /** Records a check. Refused with {@code NOT_IN_SAMPLE}. */
    @Operation(
            name = "recall-case.record-check",
            roles = Role.RECALL_COORDINATOR,
            repeat = Repeat.EACH_TIME,
            refusals = {"CASE_CANCELLED", "NOT_IN_SAMPLE", "TEXT_MISSING"})
    Outcome<RecallCase> check(Caller caller, RecallCaseId id, EffectivenessCheck check);

    /**
     * Records what was decided for own stock. Refused with {@code LOT_NOT_AFFECTED},
     * {@code UNIT_NOT_BASE}, {@code QUANTITY_NOT_POSITIVE}, {@code WITNESS_MISSING} and {@code CERTIFICATE_MISSING}
     * (destroyed goods need both).
     */
    @Operation(
            name = "recall-case.record-disposal",
            roles = Role.RECALL_COORDINATOR,
            repeat = Repeat.EACH_TIME,
            refusals = {
                "CASE_CANCELLED",
                "LOT_NOT_AFFECTED",
                "UNIT_NOT_BASE",
                "QUANTITY_NOT_POSITIVE",
                "WITNESS_MISSING",
                "CERTIFICATE_MISSING"
            })
    Outcome<RecallCase> dispose(Caller caller, RecallCaseId id, RecallDisposal disposal);

    /**
     * Puts a note into the file of the case: letters to and from a regulator, warnings to the public, the number of a
     * corrective action. Refused with {@code TEXT_MISSING}.
     *
     * @param reference number of the document elsewhere; empty when there is none
     */
    @Operation(
            name = "recall-case.note",
            roles = Role.RECALL_COORDINATOR,
            repeat = Repeat.EACH_TIME,
            refusals = {"TEXT_MISSING"})
    Outcome<RecallCase> note(Caller caller, RecallCaseId id, NoteTopic topic, String reference, String text);

    /**
     * Strikes a step that was recorded by mistake: it stays in the file and counts no longer. An answer before it counts again; a
     * consignee who was not told after all is to be told. Refused with {@code STEP_UNKNOWN}, {@code TEXT_MISSING}, and {@code STEP_STAYS}: only
     * answers, checks, decisions about stock, notes, reports, signatures and what says that somebody was told can be struck.
     * To strike a step again changes nothing.
     *
     * @param step its number
     * @param reason what the mistake was
     */
    @Operation(
            name = "recall-case.strike",
            roles = Role.RECALL_COORDINATOR,
            repeat = Repeat.SAME_STATE,
            refusals = {"STEP_UNKNOWN", "STEP_STAYS", "TEXT_MISSING", Reason.TOO_LONG})
    Outcome<RecallCase> strike(Caller caller, RecallCaseId id, int step, String reason);

    /** Records that a status report was given. */
    @Operation(name = "recall-case.record-report", roles = Role.RECALL_COORDINATOR, repeat = Repeat.EACH_TIME)
    Outcome<RecallCase> reported(Caller caller, RecallCaseId id, LocalDate estimatedCompletion);

    /**
     * Signs for everything that is open now, by name. Refused with
     * {@code NOTHING_OPEN}, {@code TEXT_MISSING}.
     */
    @Operation(
            name = "recall-case.sign",
            roles = Role.RECALL_SIGNATORY,
            repeat = Repeat.EACH_TIME,
            refusals = {"NOTHING_OPEN", "TEXT_MISSING", Reason.TOO_LONG})
    Outcome<RecallCase> sign(Caller caller, RecallCaseId id, String reason);

    /**
     * Closes the case. The lots stay recalled: what is left of them never becomes sellable by itself. Refused with {@code TEXT_MISSING} and one violation for each point that is open and not
     * signed for, with its code.
     */
    @Operation(
            name = "recall-case.close",
            roles = Role.RECALL_SIGNATORY,
            repeat = Repeat.EACH_TIME,
            refusals = {
                "TEXT_MISSING",
                "CERTIFICATE_MISSING",
                "CHECK_MISSING",
                "HELD_BY_CONSIGNEE",
                "QUANTITY_UNACCOUNTED",
                "QUANTITY_UNEXPLAINED",
                "RETRACTION_MISSING",
                "STOCK_UNDECIDED"
            })
    Outcome<RecallCase> close(Caller caller, RecallCaseId id, String summary);

    /**
     * Cancels a case that should never have been opened: another version of the scope, in which nothing is affected. The lots are on hold
     * afterwards as those that {@link #exclude} takes out, and whoever got a notice gets one that takes it back. A case of which nobody
     * was told is closed by this; another one is closed when everybody knows, and takes until then only what has to do with that:
     * {@code CASE_CANCELLED}. What is affected after all is another case. Refused with {@code TEXT_MISSING}.
     *
     * @param reason what the mistake was; consignees read it
     */
    @Operation(
            name = "recall-case.cancel",
            roles = Role.RECALL_SIGNATORY,
            repeat = Repeat.ONCE_PER_ID,
            refusals = {"CASE_CANCELLED", "TEXT_MISSING", "EVENT_ID_REUSED", "NOT_RECALLED"},
            refusalsOf = {Holds.class})
    Outcome<RecallCase> cancel(Caller caller, CaptureContext context, RecallCaseId id, String reason);

    /** @return the case, or empty */
    @Operation(name = "recall-case.find")
    Optional<RecallCase> find(RecallCaseId id);

    /** @return all cases by number */
    @Operation(name = "recall-case.list")
    List<RecallCase> all();

    /**
     * What is going on with cases now, before it can be found as a case: a large one takes a while. Asks no database.
     *
     * @return what this node does at this moment, the oldest first; nothing of other nodes
     */
    @Operation(name = "recall-case.list-underway")
    List<RecallUnderway> underway();

    /**
     * @param closed whether closed cases are looked for, or those that are not
     * @param before the last case of the page before; empty for the first page
     * @param limit how many at most; as many come while there may be more
     * @return a page of these cases, newest first
     */
    @Operation(name = "recall-case.list-newest")
    List<RecallCase> newest(boolean closed, Optional<RecallCaseId> before, int limit);

    /** @return the case whose opening has that event id, or empty */
    Optional<RecallCase> openedBy(EventId opening);
}

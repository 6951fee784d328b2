package org.lottrace.api.recall;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.EventId;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.outcome.Outcome;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Leads recalls from the decision to the end. Each operation is one transaction, all of it or nothing; it joins the caller's
 * unit of work or opens one.
 *
 * <p>Every operation is refused with {@code ROLE_MISSING} when the actor has not the role it names, {@code CASE_UNKNOWN},
 * {@code CASE_CLOSED}, and what it says itself; always with every reason.
 */
@ProviderType
public interface RecallCases {
    /**
     * Opens a case, and unless it is a {@link RecallMode#MOCK} recalls every affected lot: stock everywhere is blocked,
     * reservations and open picks are cancelled, ship notices that are not sent yet are withheld, goods that may still be
     * on the road are listed. Idempotent by the id of the context. Needs {@link RecallRole#COORDINATOR}.
     *
     * <p>Refused with {@code LOT_UNKNOWN}, {@code NOTHING_AFFECTED}, {@code TEXT_MISSING}, {@code PERCENT_WRONG} (level B needs
     * more than 10 and less than 100, the others their own), {@code DECIDED_LATER} and the reasons of
     * {@link org.lottrace.api.quality.Holds#recall}.
     *
     * @param actor who opens it
     * @param context when and where, for the ledger; its id is the id of the recalling event
     */
    Outcome<RecallCase> open(Actor actor, CaptureContext context, RecallOpening opening, ScopeCriteria criteria);

    /**
     * Adds suspects: another version of the scope, and what it adds is blocked as at the opening. Needs
     * {@link RecallRole#COORDINATOR}. Refused with {@code LOT_UNKNOWN}, {@code NOTHING_ADDED}, {@code TEXT_MISSING}.
     *
     * @param more what is looked for besides; its exclusions are not used
     */
    Outcome<RecallCase> expand(Actor actor, CaptureContext context, RecallCaseId id, ScopeCriteria more, String reason);

    /**
     * Takes lots out of the recall that were shown not to be affected: another version of the scope. They are on hold
     * afterwards, unless another open case keeps them recalled. Needs {@link RecallRole#QUALITY}. Refused with
     * {@code LOT_NOT_AFFECTED}, {@code TEXT_MISSING}.
     */
    Outcome<RecallCase> exclude(Actor actor, CaptureContext context, RecallCaseId id, List<LotKey> lots, String reason);

    /**
     * Queues a notice for every consignee who has not been told about what they received. Idempotent. Needs
     * {@link RecallRole#COORDINATOR}. Refused with {@code MOCK_TELLS_NOBODY}.
     */
    Outcome<RecallCase> notifyConsignees(Actor actor, RecallCaseId id);

    /**
     * Records that a consignee was told outside LotTrace: by telephone, letter, visit. Needs
     * {@link RecallRole#COORDINATOR}. Refused with {@code NOT_A_CONSIGNEE}, {@code MOCK_TELLS_NOBODY}.
     *
     * @param method such as {@code TELEPHONE}
     * @param detail whom, and what was said
     */
    Outcome<RecallCase> notified(Actor actor, RecallCaseId id, PartyId party, String method, String detail);

    /**
     * Records what a consignee answered. Needs {@link RecallRole#COORDINATOR}, or {@link RecallRole#CONSIGNEE} for that very
     * consignee. An answer about the same goods from the same {@link ConsigneeAnswer#source() message} is not recorded again.
     * Refused with {@code NOT_SHIPPED} (they did not receive that lot with that shipment), {@code UNIT_NOT_BASE}.
     */
    Outcome<RecallCase> answer(Actor actor, RecallCaseId id, ConsigneeAnswer answer);

    /**
     * Draws who is checked. The same seed and consignees give the same sample. Needs {@link RecallRole#COORDINATOR}. Refused
     * with {@code REASON_MISSING} when it was drawn before and no reason is given, and {@code NO_CHECKS} at level E.
     *
     * @param reason why it is drawn again; empty for the first draw
     */
    Outcome<RecallCase> drawSample(Actor actor, RecallCaseId id, long seed, String reason);

    /** Records a check. Needs {@link RecallRole#COORDINATOR}. Refused with {@code NOT_IN_SAMPLE}. */
    Outcome<RecallCase> check(Actor actor, RecallCaseId id, EffectivenessCheck check);

    /**
     * Records what was decided for own stock. Needs {@link RecallRole#COORDINATOR}. Refused with {@code LOT_NOT_AFFECTED},
     * {@code UNIT_NOT_BASE}, {@code QUANTITY_NOT_POSITIVE}, {@code WITNESS_MISSING} and {@code CERTIFICATE_MISSING}
     * (destroyed goods need both).
     */
    Outcome<RecallCase> dispose(Actor actor, RecallCaseId id, RecallDisposal disposal);

    /**
     * Puts a note into the file of the case: letters to and from a regulator, warnings to the public, the number of a
     * corrective action. Needs {@link RecallRole#COORDINATOR}. Refused with {@code TEXT_MISSING}.
     *
     * @param reference number of the document elsewhere; empty when there is none
     */
    Outcome<RecallCase> note(Actor actor, RecallCaseId id, NoteTopic topic, String reference, String text);

    /** Records that a status report was given. Needs {@link RecallRole#COORDINATOR}. */
    Outcome<RecallCase> reported(Actor actor, RecallCaseId id, LocalDate estimatedCompletion);

    /**
     * Signs for everything that is open now, by name. Needs {@link RecallRole#SIGNATORY}. Refused with
     * {@code NOTHING_OPEN}, {@code TEXT_MISSING}.
     */
    Outcome<RecallCase> sign(Actor actor, RecallCaseId id, String reason);

    /**
     * Closes the case. The lots stay recalled: what is left of them never becomes sellable by itself. Needs
     * {@link RecallRole#SIGNATORY}. Refused with {@code TEXT_MISSING} and one violation for each point that is open and not
     * signed for, with its code.
     */
    Outcome<RecallCase> close(Actor actor, RecallCaseId id, String summary);

    /** @return the case, or empty */
    Optional<RecallCase> find(RecallCaseId id);

    /** @return all cases by number */
    List<RecallCase> all();

    /** @return the case whose opening has that event id, or empty */
    Optional<RecallCase> openedBy(EventId opening);
}

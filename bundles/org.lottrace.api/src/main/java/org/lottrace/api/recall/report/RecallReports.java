package org.lottrace.api.recall.report;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.notice.NoticeState;
import org.lottrace.api.recall.notice.RecallNotice;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Says how a case stands. Changes nothing; every answer is computed from the case and the ledger when it is asked for, so
 * returns and shipments count as soon as they are recorded. Empty when there is no such case. Joins the caller's unit of
 * work or opens one.
 */
@ProviderType
public interface RecallReports {
    /** @return everybody who received affected goods, by number */
    @Operation(name = "recall-case.list-consignees")
    Optional<List<Consignee>> consignees(RecallCaseId id);

    /** @return every notice of the case, in the order in which they were queued */
    @Operation(name = "recall-case.list-notices")
    Optional<List<NoticeState>> notices(RecallCaseId id);

    /**
     * @return everybody with a notice that is not sent, whom no way of sending reaches that there is now, by number: they learn nothing
     *     until somebody calls them ({@code recall-case.record-notified}), or their address is entered
     */
    @Operation(name = "recall-case.list-unreached")
    Optional<List<PartyId>> unreached(RecallCaseId id);

    /**
     * @param key of a notice of the case
     * @return what the notice says, for a person who sends or reads it aloud; empty when the case has no such notice
     */
    @Operation(name = "recall-case.show-notice")
    Optional<RecallNotice> notice(RecallCaseId id, String key);

    /** @return the quantities, and what is open */
    @Operation(name = "recall-case.reconciliation")
    Optional<Reconciliation> reconciliation(RecallCaseId id);

    /** @return everything a status report says (21 CFR 7.53(b)) */
    @Operation(name = "recall-case.status-report")
    Optional<StatusReport> status(RecallCaseId id);

    /**
     * Writes everything about the case into one document for other programs and for archives: canonical JSON (RFC 8785) of
     * objects, lists and texts, with the members {@code form} ({@code lottrace-recall-2}), {@code case} (all steps) and
     * {@code status} (everything {@link #status} says). Members are named as the components of the records here; what is
     * absent has no member; a fact has its kind as {@code kind}.
     */
    @Operation(name = "recall-case.export")
    Optional<String> export(RecallCaseId id);
}

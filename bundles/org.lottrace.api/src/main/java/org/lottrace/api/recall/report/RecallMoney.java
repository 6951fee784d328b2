package org.lottrace.api.recall.report;

import java.time.LocalDate;
import java.util.Optional;
import org.lottrace.api.cost.InBooks;
import org.lottrace.api.cost.RecallCostDraft;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.ScopeCriteria;
import org.osgi.annotation.versioning.ProviderType;

/** Says what a case means for the books that are asked: of each company its own goods and customers. A service of its own, so that a recall works while costing does not. */
@InBooks
@ProviderType
public interface RecallMoney {
    /**
     * Drafts the entries for the case as it stands now; posts nothing. Joins the caller's unit of work or opens one.
     *
     * @return the draft, or empty when there is no such case
     * @throws org.lottrace.api.cost.CostingStoppedException if the books cannot follow the ledger
     */
    @Operation(name = "recall-case.draft-entries")
    Optional<RecallCostDraft> draft(RecallCaseId id);

    /**
     * Drafts the entries for a case that is not opened yet, as if every consignee sent back what they received. Changes
     * nothing. Joins the caller's unit of work or opens one.
     *
     * @param criteria what the case would look for
     * @param day calendar date at which shelf life is looked at
     * @return the draft, or empty when the criteria affect no lot
     * @throws org.lottrace.api.cost.CostingStoppedException if the books cannot follow the ledger
     */
    @Operation(name = "recall-case.estimate-entries")
    Optional<RecallCostDraft> estimate(ScopeCriteria criteria, LocalDate day);
}

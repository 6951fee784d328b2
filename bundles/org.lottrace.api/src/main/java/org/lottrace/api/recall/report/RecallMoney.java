package org.lottrace.api.recall.report;

import java.util.Optional;
import org.lottrace.api.cost.RecallCostDraft;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.recall.RecallCaseId;
import org.osgi.annotation.versioning.ProviderType;

/** Says what a case means for the books. A service of its own, so that a recall works while costing does not. */
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
}

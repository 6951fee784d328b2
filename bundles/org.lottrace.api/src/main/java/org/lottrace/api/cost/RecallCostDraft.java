package org.lottrace.api.cost;

import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * What a recall means for the books.
 *
 * @param entries those that have an amount, each purpose once
 * @param overRecall what exactness was worth; absent when no affected lot ever had a cost
 */
public record RecallCostDraft(List<DraftEntry> entries, Optional<OverRecall> overRecall) {
    public RecallCostDraft {
        entries = List.copyOf(entries);
    }

    /**
     * The affected lots beside all lots of the same products: those customers received, or when they received none, all that
     * are affected. A lot counts with what is left of it and what was sold of it, at cost; beside the affected ones only those
     * that have not expired.
     *
     * @param affectedLots how many lots of these products are affected
     * @param affectedValue at cost
     * @param productLots how many lots of these products a recall of everything would take
     * @param productValue at cost
     */
    public record OverRecall(int affectedLots, Money affectedValue, int productLots, Money productValue) {
        /** @return what a recall of everything would have cost more */
        public Money avoided() {
            return productValue.minus(affectedValue);
        }
    }
}

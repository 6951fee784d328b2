package org.lottrace.api.cost;

import org.osgi.annotation.versioning.ProviderType;

/**
 * What a recall means for the books: entries an accountant can post. Nothing is posted here; what the ledger brings (returns,
 * destruction) is in the journal already and is not drafted again. First books all events that are committed, as
 * {@link LotCosting} does, and throws {@link CostingStoppedException} or {@link CostingBehindException} when that cannot be done.
 */
@InBooks
@ProviderType
public interface RecallCosting {
    /**
     * @return the entries for these goods in the functional currency: at lot-actual cost, and what customers are credited at
     *     the price of the sales order line of that very shipment, where the line has one in this currency
     */
    RecallCostDraft draft(RecallGoods goods);
}

package org.lottrace.overview.internal;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.operation.WrongQuestionException;
import org.lottrace.api.overview.PastStock;
import org.lottrace.api.overview.PastStockFilter;
import org.lottrace.api.overview.StockLine;
import org.lottrace.api.overview.store.PastStockStore;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lists stock as it was. */
@Component(service = PastStock.class)
public final class PastStockService implements PastStock {
    private final UnitOfWork unitOfWork;
    private final PastStockStore stock;

    @Activate
    public PastStockService(@Reference UnitOfWork unitOfWork, @Reference PastStockStore stock) {
        this.unitOfWork = unitOfWork;
        this.stock = stock;
    }

    @Override
    public List<StockBalance> list(PastStockFilter filter, AsOf asOf, Optional<StockLine.Key> after, int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw new WrongQuestionException(
                    "a page has 1 to " + LONGEST_PAGE + " balances of past stock, not " + limit);
        }
        return unitOfWork.required(() -> stock.page(filter, asOf, after, limit));
    }
}

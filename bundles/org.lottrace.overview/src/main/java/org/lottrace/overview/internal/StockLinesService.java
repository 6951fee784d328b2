package org.lottrace.overview.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.operation.WrongQuestionException;
import org.lottrace.api.overview.StockFilter;
import org.lottrace.api.overview.StockLine;
import org.lottrace.api.overview.StockLines;
import org.lottrace.api.overview.store.StockLineStore;
import org.lottrace.api.overview.store.TodayStore;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lists stock by the dates of today. */
@Component(service = StockLines.class)
public final class StockLinesService implements StockLines {
    private final UnitOfWork unitOfWork;
    private final TodayStore sites;
    private final StockLineStore lines;
    private final Clock clock;

    @Activate
    public StockLinesService(
            @Reference UnitOfWork unitOfWork,
            @Reference TodayStore sites,
            @Reference StockLineStore lines,
            @Reference Clock clock) {
        this.unitOfWork = unitOfWork;
        this.sites = sites;
        this.lines = lines;
        this.clock = clock;
    }

    @Override
    public List<StockLine> list(StockFilter filter, Optional<StockLine.Key> after, int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw new WrongQuestionException("a page has 1 to " + LONGEST_PAGE + " lines of stock, not " + limit);
        }
        return unitOfWork.required(() -> lines.page(SiteDays.at(clock.instant(), sites), filter, after, limit));
    }
}

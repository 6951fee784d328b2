package org.lottrace.recall.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.cost.RecallCostDraft;
import org.lottrace.api.cost.RecallCosting;
import org.lottrace.api.cost.RecallGoods;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.event.store.StockStore;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallFact.StockBlocked;
import org.lottrace.api.recall.ScopeCriteria;
import org.lottrace.api.recall.ScopeLot;
import org.lottrace.api.recall.ScopeVersion;
import org.lottrace.api.recall.report.ConsigneeLine;
import org.lottrace.api.recall.report.RecallMoney;
import org.lottrace.api.recall.store.RecallStore;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells costing which goods a case is about. */
@Component(service = RecallMoney.class)
public final class RecallMoneyService implements RecallMoney {
    private final UnitOfWork unitOfWork;
    private final RecallStore store;
    private final LedgerStore events;
    private final CaseReading reading;
    private final ScopeFinder finder;
    private final RecallCosting costing;

    @Activate
    public RecallMoneyService(
            @Reference UnitOfWork unitOfWork,
            @Reference RecallStore store,
            @Reference Ledger ledger,
            @Reference LedgerStore events,
            @Reference StockStore stock,
            @Reference LotStore lots,
            @Reference ItemStore items,
            @Reference Genealogy genealogy,
            @Reference PartyStore parties,
            @Reference RecallCosting costing,
            @Reference Clock clock) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.events = events;
        this.reading = new CaseReading(events, parties, new OwnBalances(ledger, events, stock, items), clock);
        this.finder = new ScopeFinder(genealogy, lots, items);
        this.costing = costing;
    }

    @Override
    public Optional<RecallCostDraft> draft(RecallCaseId id) {
        return unitOfWork.required(() -> store.find(id).map(recallCase -> costing.draft(goods(recallCase))));
    }

    @Override
    public Optional<RecallCostDraft> estimate(ScopeCriteria criteria, LocalDate day) {
        return unitOfWork.required(() -> Optional.of(finder.find(1, criteria, ""))
                .filter(scope -> !scope.lots().isEmpty())
                .map(scope -> costing.draft(
                        new RecallGoods(suspects(scope), scope.keys(), sold(received(scope), true), day))));
    }

    private ConsigneeList received(ScopeVersion scope) {
        return ConsigneeList.withoutCase(events.handovers(scope.keys()));
    }

    /** The day at the site where the goods were stopped; that of the decision in UTC when nothing was. */
    private LocalDate day(RecallCase recallCase) {
        return recallCase.facts(StockBlocked.class).stream()
                .flatMap(blocked -> blocked.event().stream())
                .findFirst()
                .flatMap(events::find)
                .map(recorded -> recorded.event().context().localDate())
                .orElseGet(() -> LocalDate.ofInstant(recallCase.opening().decidedAt(), ZoneOffset.UTC));
    }

    private RecallGoods goods(RecallCase recallCase) {
        return new RecallGoods(
                suspects(recallCase.scope()),
                recallCase.scope().keys(),
                sold(reading.list(recallCase), false),
                day(recallCase));
    }

    private static List<LotKey> suspects(ScopeVersion scope) {
        return scope.lots().stream()
                .filter(lot -> lot.level() == 0)
                .map(ScopeLot::lot)
                .toList();
    }

    /** @param allToCome true when nobody was asked yet, so that all they have is to come back */
    private static List<RecallGoods.Sold> sold(ConsigneeList consignees, boolean allToCome) {
        List<RecallGoods.Sold> sold = new ArrayList<>();
        consignees.parties().forEach(party -> {
            for (ConsigneeLine line : consignees.lines(party)) {
                Quantity toCome = allToCome ? line.shipped().minus(line.returned()) : line.onHand();
                sold.add(new RecallGoods.Sold(
                        line.shipment(),
                        party,
                        line.lot(),
                        line.returned().plus(toCome).plus(line.destroyed()),
                        toCome));
            }
        });
        return sold;
    }
}

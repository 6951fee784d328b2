package org.lottrace.allocation.fefo.internal;

import java.time.Clock;
import org.lottrace.api.allocation.store.AllocationDecisionStore;
import org.lottrace.api.allocation.store.AllocationRuleStore;
import org.lottrace.api.allocation.store.LotAgeStore;
import org.lottrace.api.allocation.store.ReservationStore;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.allocation.store.TransferOrderStore;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.movement.store.ProductionOrderStore;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.quality.LotUsability;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the services of this bundle share, built once: how what wants goods is found, locked, served and given back. */
@Component(service = AllocationParts.class)
public final class AllocationParts {
    final Demands demands;
    final OrderProgress progress;
    final SiteOffers offers;
    final OrderLocking locking;
    final DecisionRecord record;
    final SoftTaking soft;
    final SubstituteLines substitutes;
    final OrderAllocation allocation;
    final SurplusReservations surplus;
    final Losses losses;
    final Allocating allocating;

    @Activate
    public AllocationParts(
            @Reference UnitOfWork unitOfWork,
            @Reference SalesOrderStore sales,
            @Reference ProductionOrderStore production,
            @Reference TransferOrderStore transfers,
            @Reference SiteStore sites,
            @Reference PartyStore parties,
            @Reference ItemStore items,
            @Reference LotStore lots,
            @Reference StockOnHand stock,
            @Reference LedgerStore ledger,
            @Reference ReservationStore reservations,
            @Reference AllocationRuleStore rules,
            @Reference LotAgeStore ages,
            @Reference AllocationDecisionStore decisions,
            @Reference LotUsability usability,
            @Reference Clock clock) {
        demands = new Demands(sales, production, transfers, items, ledger, reservations);
        progress = new OrderProgress(items, lots, demands, reservations);
        offers = new SiteOffers(lots, stock, reservations, usability, ages);
        locking = new OrderLocking(demands, sites, parties, items, rules, offers);
        record = new DecisionRecord(clock);
        soft = new SoftTaking(demands, reservations, decisions, record, clock);
        substitutes = new SubstituteLines(items);
        allocation = new OrderAllocation(progress, record, soft, substitutes);
        surplus = new SurplusReservations(items, demands, reservations);
        losses = new Losses(decisions, record, clock);
        allocating = new Allocating(unitOfWork, demands, reservations, decisions, progress, locking, allocation, clock);
    }
}

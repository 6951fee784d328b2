package org.lottrace.allocation.fefo.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.store.ReservationStore;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.master.store.MasterStepStore;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.order.SalesOrders;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.transaction.StaleWriteException;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes sales orders in, and gives back the reservations that a changed order has no use for. */
@Component(service = SalesOrders.class)
public final class SalesOrdersService implements SalesOrders {
    private static final Logger LOG = LoggerFactory.getLogger(SalesOrdersService.class);

    private final UnitOfWork unitOfWork;
    private final SalesOrderStore orders;
    private final ReservationStore reservations;
    private final LedgerStore ledger;
    private final SubstituteLines substitutes;
    private final MasterStepStore masters;
    private final SalesOrderRules rules;
    private final SurplusReservations surplus;
    private final Losses losses;

    @Activate
    public SalesOrdersService(
            @Reference UnitOfWork unitOfWork,
            @Reference SalesOrderStore orders,
            @Reference ReservationStore reservations,
            @Reference PartyStore parties,
            @Reference SiteStore sites,
            @Reference ItemStore items,
            @Reference LedgerStore ledger,
            @Reference MasterStepStore masters,
            @Reference AllocationParts parts) {
        this.unitOfWork = unitOfWork;
        this.orders = orders;
        this.reservations = reservations;
        this.ledger = ledger;
        this.masters = masters;
        this.rules = new SalesOrderRules(parties, sites, items, new ClosedInSalesOrders(masters, orders));
        this.substitutes = parts.substitutes;
        this.losses = parts.losses;
        this.surplus = parts.surplus;
    }

    @Override
    public List<Violation> save(List<SalesOrder> toSave) {
        return unitOfWork.required(() -> {
            masters.closedAndKept();
            List<Violation> violations = new ArrayList<>(rules.against(toSave));
            violations.addAll(againstSubstitutes(toSave));
            if (violations.isEmpty()) {
                lockItems(toSave);
                toSave.forEach(this::save);
                LOG.info("sales orders saved orders={}", toSave.size());
            }
            return violations;
        });
    }

    /** The number of a line for a substitute stays its own: what has left for it is counted by that number. */
    private List<Violation> againstSubstitutes(List<SalesOrder> toSave) {
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < toSave.size(); i++) {
            SalesOrder order = toSave.get(i);
            for (int j = 0; j < order.lines().size(); j++) {
                SalesOrder.Line line = order.lines().get(j);
                boolean isTaken = line.number() >= SalesOrder.FIRST_SUBSTITUTE
                        && orders.find(order.number())
                                .flatMap(known -> known.line(line.number()))
                                .filter(known -> known.insteadOf().isPresent()
                                        && !known.item().equals(line.item()))
                                .isPresent();
                if (isTaken) {
                    violations.add(new Violation(
                            "LINE_REPEATED",
                            ViolationPath.of("orders", i + 1)
                                    .then("lines", j + 1)
                                    .then("number"),
                            "line " + line.number()
                                    + " is that of a substitute for another item; give the line another number"));
                }
            }
        }
        return violations;
    }

    @Override
    public Optional<SalesOrder> find(String number) {
        return unitOfWork.required(() -> orders.find(number));
    }

    @Override
    public List<SalesOrder> after(String number, int limit) {
        return unitOfWork.required(() -> orders.after(number, limit));
    }

    /** What is reserved for the orders, and what is just being reserved: an allocation locks the items of the order it knows. */
    private void lockItems(List<SalesOrder> toSave) {
        Set<ItemNumber> items = itemsAtStake(toSave);
        reservations.lockItems(items);
        StaleWriteException.requireLocked(items, itemsAtStake(toSave));
    }

    private Set<ItemNumber> itemsAtStake(List<SalesOrder> toSave) {
        return toSave.stream()
                .flatMap(order -> Stream.concat(
                        reservations.ofOrder(order.reference()).stream()
                                .map(reservation -> reservation.lot().item()),
                        orders.find(order.number()).stream()
                                .flatMap(known -> known.lines().stream())
                                .map(SalesOrder.Line::item)))
                .collect(Collectors.toSet());
    }

    private void save(SalesOrder sent) {
        Optional<SalesOrder> known = orders.find(sent.number());
        SalesOrder order = known.filter(before -> before.lines().stream()
                        .anyMatch(line -> line.insteadOf().isPresent()))
                .map(before -> substitutes.kept(before, sent, ledger.shipped(sent.reference())))
                .orElse(sent);
        known.ifPresent(before -> {
            Map<Boolean, List<Reservation>> fitting = reservations.ofOrder(order.reference()).stream()
                    .collect(Collectors.partitioningBy(reservation -> stillFits(reservation, before, order)));
            reservations.remove(fitting.get(false));
            losses.keep(
                    fitting.get(false), "the order was sent again for another item, customer, channel, site or day");
            surplus.free(order, fitting.get(true));
        });
        orders.save(order);
    }

    /** What was chosen for another customer, day, channel, site or item has to be chosen anew. */
    private static boolean stillFits(Reservation reservation, SalesOrder before, SalesOrder now) {
        return SubstituteLines.isForTheSame(before, now)
                && now.line(reservation.orderLine().line())
                        .filter(line -> line.item().equals(reservation.lot().item()))
                        .isPresent();
    }
}

package org.lottrace.movement.capture.internal;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.allocation.ComponentAllocation;
import org.lottrace.api.event.Basis;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.master.store.MasterStepStore;
import org.lottrace.api.movement.store.ProductionOrderStore;
import org.lottrace.api.movement.store.ProductionOrderStore.Kept;
import org.lottrace.api.order.PriceCheck;
import org.lottrace.api.order.ProductionOrder;
import org.lottrace.api.order.ProductionOrders;
import org.lottrace.api.order.ProductionProgress;
import org.lottrace.api.order.ProductionRole;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Keeps the production orders, and compares them with what was captured. */
@Component(service = ProductionOrders.class)
public final class ProductionOrdersService implements ProductionOrders {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The only field that changes: the whiteboard of the checks others make. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<PriceCheck> otherChecks = List.of();

    private final UnitOfWork unitOfWork;
    private final ProductionOrderStore orders;
    private final PlannedOrders planned;
    private final SharedChecks checks;
    private final MasterStepStore masters;
    private final ComponentAllocation components;
    private final ClosedInOrders closed;
    private final Clock clock;

    @Activate
    public ProductionOrdersService(
            @Reference UnitOfWork unitOfWork,
            @Reference ProductionOrderStore orders,
            @Reference SiteStore sites,
            @Reference ItemStore items,
            @Reference MasterStepStore masters,
            @Reference ComponentAllocation components,
            @Reference LotMaster lots,
            @Reference Clock clock) {
        this.unitOfWork = unitOfWork;
        this.orders = orders;
        this.planned = new PlannedOrders(orders, items, 0);
        this.checks = new SharedChecks(sites, items, lots);
        this.masters = masters;
        this.components = components;
        this.closed = new ClosedInOrders(masters);
        this.clock = clock;
    }

    @Override
    public List<Violation> save(List<ProductionOrder> given) {
        return unitOfWork.required(() -> {
            masters.closedAndKept();
            // before the checks: nobody closes one of them meanwhile
            components.lock(given.stream().map(ProductionOrder::number).toList());
            Findings findings = new Findings(Basis.REQUESTED);
            for (int i = 0; i < given.size(); i++) {
                check(given.get(i), ViolationPath.of("orders", i + 1), findings);
            }
            if (findings.isEmpty()) {
                given.forEach(this::keep);
            }
            return findings.all();
        });
    }

    private void keep(ProductionOrder order) {
        Optional<Kept> known = orders.find(order.number());
        if (known.map(Kept::order).filter(order::equals).isEmpty()) {
            orders.save(new Kept(order, Optional.empty()));
            known.map(Kept::order).ifPresent(components::follow);
        }
    }

    @Override
    public Optional<ProductionOrder> find(String number) {
        return unitOfWork.required(() -> orders.find(number).map(Kept::order));
    }

    @Override
    public Optional<ProductionProgress> progress(String number) {
        return unitOfWork.required(() -> planned.find(number).map(PlannedOrder::progress));
    }

    @Override
    public List<ProductionProgress> after(String number, int limit) {
        return unitOfWork.required(() -> planned.with(orders.after(number, limit)).stream()
                .map(PlannedOrder::progress)
                .toList());
    }

    @Override
    public Outcome<ProductionProgress> close(String number) {
        return unitOfWork.required(() -> {
            components.lock(List.of(number));
            Optional<Kept> known = orders.find(number);
            if (known.isEmpty()) {
                return new Outcome.Refused<>(List.of(new Violation(
                        "ORDER_UNKNOWN", "number", "there is no production order " + number + ": check its number")));
            }
            boolean isClosed = known.get().closedAt().isPresent();
            if (!isClosed) {
                orders.save(new Kept(
                        known.get().order(), Optional.of(clock.instant().truncatedTo(ChronoUnit.MICROS))));
                components.follow(known.get().order());
            }
            ProductionProgress progress = planned.find(number).orElseThrow().progress();
            return isClosed ? new Outcome.AlreadyDone<>(progress) : new Outcome.Done<>(progress);
        });
    }

    private void check(ProductionOrder order, ViolationPath path, Findings findings) {
        checks.site(order.site(), path.then("site"), findings);
        closed.check(order, () -> orders.find(order.number()).map(Kept::order), path, findings);
        if (orders.find(order.number())
                .filter(kept -> kept.closedAt().isPresent() && !kept.order().equals(order))
                .isPresent()) {
            findings.add(
                    "ORDER_CLOSED",
                    path.then("number"),
                    order.reference() + " is closed and was planned otherwise: give the new plan a new number");
        }
        long mainProducts = order.lines().stream()
                .filter(line -> line.role() == ProductionRole.MAIN_PRODUCT)
                .count();
        if (mainProducts != 1) {
            findings.add(
                    "MAIN_PRODUCT_MISSING",
                    path.then("lines"),
                    order.reference() + " has " + mainProducts + " lines for its main product, not one");
        }
        checkShares(order, path, findings);
        Set<Integer> numbers = new HashSet<>();
        for (int i = 0; i < order.lines().size(); i++) {
            ProductionOrder.Line line = order.lines().get(i);
            ViolationPath linePath = path.then("lines", i + 1);
            if (!numbers.add(line.number())) {
                findings.add(
                        "LINE_REPEATED",
                        linePath.then("number"),
                        order.reference() + " has line " + line.number() + " more than once");
            }
            if (line.scrapPercent().signum() < 0) {
                findings.add(
                        "SCRAP_WRONG",
                        linePath.then("scrapPercent"),
                        "scrap is 0 percent or more, not " + line.scrapPercent().toPlainString());
            }
            checks.item(line.item(), linePath.then("item"), findings).ifPresent(item -> {
                checks.positive(item, line.quantity(), linePath.then("quantity"), findings);
                line.realisableValue()
                        .ifPresent(value -> check(item, value, linePath.then("realisableValue"), findings));
            });
        }
    }

    private void check(Item item, UnitPrice value, ViolationPath path, Findings findings) {
        checks.hasUnit(item, value.per(), path, findings);
        for (PriceCheck other : otherChecks) {
            other.check(value).forEach(v -> findings.add(v.code(), path.then(v.path()), v.message()));
        }
    }

    private static void checkShares(ProductionOrder order, ViolationPath path, Findings findings) {
        List<ProductionOrder.Line> shared = order.lines().stream()
                .filter(line -> line.costShare().isPresent())
                .toList();
        if (shared.isEmpty()) {
            return;
        }
        BigDecimal sum =
                shared.stream().flatMap(line -> line.costShare().stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean isRight = sum.compareTo(HUNDRED) == 0
                && shared.stream()
                        .allMatch(line -> line.role().isJointProduct()
                                && line.costShare().orElseThrow().signum() > 0)
                && order.lines().stream()
                        .filter(line -> line.role().isJointProduct())
                        .allMatch(line -> line.costShare().isPresent());
        if (!isRight) {
            findings.add(
                    "COST_SHARE_WRONG",
                    path.then("lines"),
                    "the shares of main product and co-products, and of nothing else, are more than 0 each and 100 percent"
                            + " together; here they are " + sum.toPlainString());
        }
    }
}

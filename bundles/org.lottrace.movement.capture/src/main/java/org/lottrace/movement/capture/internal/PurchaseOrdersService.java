package org.lottrace.movement.capture.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.event.Basis;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.master.store.MasterStepStore;
import org.lottrace.api.movement.store.PurchaseOrderStore;
import org.lottrace.api.order.PriceCheck;
import org.lottrace.api.order.PurchaseOrder;
import org.lottrace.api.order.PurchaseOrders;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Keeps the purchase orders. */
@Component(service = PurchaseOrders.class)
public final class PurchaseOrdersService implements PurchaseOrders {
    private static final String SUPPLIER_UNKNOWN = "SUPPLIER_UNKNOWN";
    private static final String LINE_REPEATED = "LINE_REPEATED";

    /** The only field that changes: the whiteboard of the checks others make. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<PriceCheck> otherChecks = List.of();

    private final UnitOfWork unitOfWork;
    private final PurchaseOrderStore orders;
    private final PartyStore parties;
    private final SharedChecks checks;
    private final MasterStepStore masters;
    private final ClosedInOrders closed;

    @Activate
    public PurchaseOrdersService(
            @Reference UnitOfWork unitOfWork,
            @Reference PurchaseOrderStore orders,
            @Reference PartyStore parties,
            @Reference SiteStore sites,
            @Reference ItemStore items,
            @Reference MasterStepStore masters,
            @Reference LotMaster lots) {
        this.unitOfWork = unitOfWork;
        this.orders = orders;
        this.parties = parties;
        this.checks = new SharedChecks(sites, items, lots);
        this.masters = masters;
        this.closed = new ClosedInOrders(masters);
    }

    @Override
    public List<Violation> save(List<PurchaseOrder> given) {
        return unitOfWork.required(() -> {
            masters.closedAndKept();
            Findings findings = new Findings(Basis.REQUESTED);
            Map<String, List<Violation>> currencies = new HashMap<>();
            for (int i = 0; i < given.size(); i++) {
                check(given.get(i), ViolationPath.of("orders", i + 1), currencies, findings);
            }
            if (findings.isEmpty()) {
                given.forEach(orders::save);
            }
            return findings.all();
        });
    }

    @Override
    public Optional<PurchaseOrder> find(String number) {
        return unitOfWork.required(() -> orders.find(number));
    }

    @Override
    public List<PurchaseOrder> after(String number, int limit) {
        return unitOfWork.required(() -> orders.after(number, limit));
    }

    /** @param currencies what was found of each currency so far */
    private void check(
            PurchaseOrder order, ViolationPath path, Map<String, List<Violation>> currencies, Findings findings) {
        if (parties.find(order.supplier())
                .filter(party -> party.roles().contains(PartyRole.SUPPLIER))
                .isEmpty()) {
            findings.add(
                    SUPPLIER_UNKNOWN,
                    path.then("supplier"),
                    "party " + order.supplier() + " is no known supplier: save it first, with the role SUPPLIER");
        }
        checks.site(order.site(), path.then("site"), findings);
        closed.check(order, () -> orders.find(order.number()), path, findings);
        Set<Integer> numbers = new HashSet<>();
        for (int i = 0; i < order.lines().size(); i++) {
            PurchaseOrder.Line line = order.lines().get(i);
            ViolationPath linePath = path.then("lines", i + 1);
            if (!numbers.add(line.number())) {
                findings.add(
                        LINE_REPEATED,
                        linePath.then("number"),
                        "purchase order " + order.number() + " has line " + line.number() + " more than once");
            }
            checks.item(line.item(), linePath.then("item"), findings)
                    .ifPresent(item -> checkUnits(item, line, linePath, findings));
            currencies
                    .computeIfAbsent(line.price().currency(), currency -> otherChecks.stream()
                            .flatMap(other -> other.checkBought(line.price()).stream())
                            .toList())
                    .forEach(v -> findings.add(v.code(), linePath.then("price").then(v.path()), v.message()));
        }
    }

    private void checkUnits(Item item, PurchaseOrder.Line line, ViolationPath path, Findings findings) {
        checks.positive(item, line.quantity(), path.then("quantity"), findings);
        checks.hasUnit(item, line.price().per(), path.then("price"), findings);
    }
}

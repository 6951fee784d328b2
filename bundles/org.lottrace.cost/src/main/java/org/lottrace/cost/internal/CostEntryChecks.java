package org.lottrace.cost.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.lottrace.api.cost.AbsorbedCost;
import org.lottrace.api.cost.AllocationKey;
import org.lottrace.api.cost.CostElement;
import org.lottrace.api.cost.CostMethod;
import org.lottrace.api.cost.CostMethodChange;
import org.lottrace.api.cost.LandedCost;
import org.lottrace.api.cost.Revaluation;
import org.lottrace.api.cost.SupplierInvoice;
import org.lottrace.api.cost.store.KeptCost;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.movement.store.PurchaseOrderStore;
import org.lottrace.api.order.PurchaseOrder;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitMismatchException;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.api.violation.Reason;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/** What is wrong with a cost that is said. */
final class CostEntryChecks {
    private static final String LINES_MISSING = "LINES_MISSING";
    private static final String LOT_WITHOUT_COST = "LOT_WITHOUT_COST";
    private static final String ELEMENT_WRONG = "ELEMENT_WRONG";
    private static final String UNIT_UNKNOWN = "UNIT_UNKNOWN";
    private static final BigDecimal MOST_STANDARD = new BigDecimal("1000000000");
    private static final Set<CostElement> OF_GOODS = Set.of(CostElement.FREIGHT, CostElement.DUTY);
    private static final Set<CostElement> OF_PRODUCTION = Set.of(CostElement.CONVERSION, CostElement.OVERHEAD);
    private static final Set<AllocationKey> MEASURED = Set.of(AllocationKey.WEIGHT, AllocationKey.VOLUME);

    private final PurchaseOrderStore orders;
    private final ItemStore items;
    private final Books books;
    private final Supplier<CurrencyUnit> currency;
    private final boolean mayReverse;
    private final Function<ItemNumber, ItemValuation> methods;

    /**
     * @param mayReverse whether a write-down may be reversed
     * @param methods how an item is valued now
     */
    CostEntryChecks(
            PurchaseOrderStore orders,
            ItemStore items,
            Books books,
            Supplier<CurrencyUnit> currency,
            boolean mayReverse,
            Function<ItemNumber, ItemValuation> methods) {
        this.methods = methods;
        this.orders = orders;
        this.items = items;
        this.books = books;
        this.currency = currency;
        this.mayReverse = mayReverse;
    }

    /** @return the lines with their quantities in base units */
    List<CostText.Invoiced> invoiced(
            SupplierInvoice invoice, DocumentType type, OwedAmounts.OfDocument owed, List<Violation> found) {
        if (invoice.lines().isEmpty()) {
            found.add(new Violation(LINES_MISSING, "lines", "a document without lines says nothing: add one"));
        }
        List<CostText.Invoiced> lines = new ArrayList<>();
        for (int i = 0; i < invoice.lines().size(); i++) {
            SupplierInvoice.Line line = invoice.lines().get(i);
            ViolationPath path = ViolationPath.of("lines", i + 1);
            owed.check(line.amount(), path.then("amount"), found);
            boolean mayBeNothing =
                    type == DocumentType.CREDIT_NOTE && line.quantity().isZero();
            if (!line.quantity().isPositive() && !mayBeNothing) {
                found.add(new Violation(
                        "AMOUNT_NOT_POSITIVE",
                        path.then("quantity"),
                        "a quantity is more than nothing, not " + line.quantity()));
            }
            ordered(line, path, found)
                    .flatMap(item -> inBaseUnit(item, line.quantity(), path.then("quantity"), found))
                    .ifPresent(quantity -> lines.add(new CostText.Invoiced(quantity, line.amount(), line.orderLine())));
        }
        return lines;
    }

    private Optional<Item> ordered(SupplierInvoice.Line line, ViolationPath path, List<Violation> found) {
        Optional<Item> item = Optional.of(line.orderLine())
                .filter(of -> of.order().type() == DocumentType.PURCHASE_ORDER)
                .flatMap(of -> orders.find(of.order().number()).flatMap(order -> order.line(of.line())))
                .map(PurchaseOrder.Line::item)
                .flatMap(items::find);
        if (item.isEmpty()) {
            found.add(new Violation(
                    "ORDER_LINE_UNKNOWN",
                    path.then("orderLine"),
                    "there is no " + line.orderLine() + ": check order and line"));
        }
        return item;
    }

    private static Optional<Quantity> inBaseUnit(
            Item item, Quantity quantity, ViolationPath path, List<Violation> found) {
        try {
            return Optional.of(quantity.isZero() ? Quantity.zero(item.baseUnit()) : item.toBaseUnit(quantity));
        } catch (UnitMismatchException | ArithmeticException e) {
            found.add(new Violation(
                    UNIT_UNKNOWN,
                    path,
                    quantity + " is no quantity of item " + item.number() + ", which is kept in " + item.baseUnit()));
            return Optional.empty();
        }
    }

    void landed(LandedCost cost, OwedAmounts.OfDocument owed, List<Violation> found) {
        owed.check(cost.amount(), ViolationPath.of("amount"), found);
        element(cost.element(), OF_GOODS, found);
        if (cost.targets().isEmpty()) {
            found.add(new Violation(LINES_MISSING, "targets", "a cost belongs to lots: name them"));
        }
        Set<LotKey> seen = new HashSet<>();
        Set<UnitOfMeasure> units = new HashSet<>();
        for (int i = 0; i < cost.targets().size(); i++) {
            LandedCost.Target target = cost.targets().get(i);
            ViolationPath path = ViolationPath.of("targets", i + 1);
            if (!seen.add(target.lot())) {
                found.add(new Violation("LOT_TWICE", path.then("lot"), "lot " + target.lot() + " is there twice"));
            }
            known(target.lot(), path.then("lot"), found)
                    .ifPresent(kept -> units.add(kept.basis().quantity().unit()));
            int sign = target.measure().signum();
            if (MEASURED.contains(cost.key()) ? sign <= 0 : sign != 0) {
                found.add(new Violation(
                        "MEASURE_WRONG",
                        path.then("measure"),
                        MEASURED.contains(cost.key())
                                ? "say the " + cost.key().code().toLowerCase(Locale.ROOT) + ", more than 0"
                                : "a measure says nothing when the cost is split by " + cost.key()
                                        + ": leave it at 0"));
            }
        }
        if (cost.key() == AllocationKey.QUANTITY && units.size() > 1) {
            found.add(new Violation(
                    "UNITS_DIFFER", "key", "these lots are kept in different units: split by another key"));
        }
    }

    void absorbed(AbsorbedCost cost, List<DocumentReference> order, List<Violation> found) {
        amount(cost.amount(), ViolationPath.of("amount"), found);
        element(cost.element(), OF_PRODUCTION, found);
        if (order.stream().allMatch(of -> books.ofDocument(of).isEmpty())) {
            found.add(new Violation(
                    "ORDER_UNKNOWN",
                    "productionOrder",
                    "nothing is booked for production order \"" + cost.productionOrder() + "\": check its number"));
        }
    }

    /** @return what a base unit of the lot is worth; empty when something is wrong */
    Optional<CostText.Measured> revalued(Revaluation revaluation, List<Violation> found) {
        found.addAll(Reason.problems(revaluation.reason(), "a lot is valued anew for a reason: say it"));
        if (!revaluation.worth().currency().equals(currency.get().getCode())) {
            found.add(notInBooks(revaluation.worth().currency(), ViolationPath.of("worth")));
        }
        if (methods.apply(revaluation.lot().item()).method() == CostMethod.STANDARD) {
            found.add(new Violation(
                    "VALUED_AT_STANDARD",
                    "lot",
                    "lot " + revaluation.lot() + " is worth the standard cost of its item: say another standard cost"));
        }
        Optional<KeptCost> kept = known(revaluation.lot(), ViolationPath.of("lot"), found);
        Optional<BigDecimal> perUnit =
                items.find(revaluation.lot().item()).flatMap(item -> perBaseUnit(item, revaluation, found));
        if (kept.isEmpty() || perUnit.isEmpty() || !found.isEmpty()) {
            return Optional.empty();
        }
        Money before = kept.get().cost().onStock().value();
        Money after = RevaluationRule.worth(perUnit.get(), kept.get().cost().onStock());
        fault(revaluation, before, after)
                .ifPresent(fault -> found.add(new Violation("NEW_VALUE_WRONG", "worth", fault)));
        return Optional.of(new CostText.Measured(perUnit.get(), revaluation.lot()));
    }

    /** @return the standard cost, when there is one and nothing is wrong with it */
    Optional<ItemValuation.Standard> standard(CostMethodChange change, List<Violation> found) {
        found.addAll(Reason.problemsOfALine(
                change.reason(),
                CostMethodChange.LONGEST_REASON,
                "an auditor asks why an item is valued in another way: say it"));
        Optional<Item> item = items.find(change.item());
        if (item.isEmpty()) {
            found.add(
                    new Violation("ITEM_UNKNOWN", "item", "item " + change.item() + " is not known: check its number"));
        }
        if (change.standard().isPresent() != (change.method() == CostMethod.STANDARD)) {
            found.add(new Violation(
                    "STANDARD_WRONG",
                    "standard",
                    change.standard().isPresent()
                            ? "only the method STANDARD has a standard cost: leave it out, or say that method"
                            : "say what a unit costs, such as 2.50:EUR/KGM"));
            return Optional.empty();
        }
        change.standard().ifPresent(price -> size(price, found));
        return item.flatMap(of -> change.standard().flatMap(price -> standard(of, price, found)));
    }

    private void size(UnitPrice price, List<Violation> found) {
        if (!price.currency().equals(currency.get().getCode())) {
            found.add(notInBooks(price.currency(), ViolationPath.of("standard")));
        }
        if (price.amount().scale() > CostMethodChange.MAXIMUM_SCALE
                || price.amount().compareTo(MOST_STANDARD) >= 0) {
            found.add(new Violation(
                    "STANDARD_WRONG",
                    "standard",
                    "a standard cost has at most " + CostMethodChange.MAXIMUM_SCALE + " decimals and is less than "
                            + MOST_STANDARD.toPlainString() + "; say it for another unit"));
        }
    }

    private static Optional<ItemValuation.Standard> standard(Item item, UnitPrice price, List<Violation> found) {
        try {
            return Optional.of(new ItemValuation.Standard(price, item.baseUnitsIn(price.per())));
        } catch (UnitMismatchException e) {
            found.add(new Violation(UNIT_UNKNOWN, "standard", "item " + item.number() + " has no unit " + price.per()));
            return Optional.empty();
        }
    }

    private Optional<String> fault(Revaluation revaluation, Money before, Money after) {
        return switch (revaluation.kind()) {
            case WRITE_DOWN ->
                after.isLessThan(before)
                        ? Optional.empty()
                        : Optional.of("what is on stock is worth " + before + ", and " + after + " is no less");
            case WRITE_DOWN_REVERSAL -> {
                Money most = RevaluationRule.writtenDown(revaluation.lot(), Money.zero(currency.get()), books);
                yield !mayReverse
                        ? Optional.of("a write-down is a new cost under US GAAP and is not reversed")
                        : after.isGreaterThan(before) && !after.minus(before).isGreaterThan(most)
                                ? Optional.empty()
                                : Optional.of("what is on stock is worth " + before + " after write-downs of " + most
                                        + ": its value is raised by that at most, not to " + after);
            }
            case MANUAL -> Optional.empty();
        };
    }

    private static Optional<BigDecimal> perBaseUnit(Item item, Revaluation revaluation, List<Violation> found) {
        try {
            BigDecimal units = item.baseUnitsIn(revaluation.worth().per());
            return Optional.of(revaluation
                    .worth()
                    .amount()
                    .divide(units, MathContext.DECIMAL128)
                    .stripTrailingZeros());
        } catch (UnitMismatchException e) {
            found.add(new Violation(
                    UNIT_UNKNOWN,
                    "worth",
                    "item " + item.number() + " has no unit "
                            + revaluation.worth().per()));
            return Optional.empty();
        }
    }

    private Optional<KeptCost> known(LotKey lot, ViolationPath path, List<Violation> found) {
        Optional<KeptCost> kept = books.costsOf(List.of(lot)).stream().findFirst();
        if (kept.isEmpty()) {
            found.add(new Violation(
                    LOT_WITHOUT_COST,
                    path,
                    "lot " + lot + " never had a cost: check it, or wait until its receipt is booked"));
        }
        return kept;
    }

    private void amount(Money amount, ViolationPath path, List<Violation> found) {
        if (!amount.getCurrencyUnit().equals(currency.get())) {
            found.add(notInBooks(amount.getCurrencyUnit().getCode(), path));
        }
        OwedAmounts.positive(amount, path, found);
    }

    private Violation notInBooks(String other, ViolationPath path) {
        return new Violation(
                "CURRENCY_NOT_FUNCTIONAL", path, "the books are kept in " + currency.get() + ", not in " + other);
    }

    private static void element(CostElement element, Set<CostElement> allowed, List<Violation> found) {
        if (!allowed.contains(element)) {
            found.add(new Violation(
                    ELEMENT_WRONG,
                    "element",
                    "this is a cost of one of " + allowed.stream().sorted().toList() + ", not " + element));
        }
    }
}

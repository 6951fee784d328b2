package org.lottrace.cost.internal;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.Round;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * Output lots take over the value of what went into them: WORK_IN_PROCESS of the consumed lots to INVENTORY of the
 * output, and what the order has absorbed besides. An output whose line has a price is a by-product at that net realisable value.
 * The lines of each output stand together: what went into it, then itself.
 */
final class ProductionRule implements BookingRule {
    private final CurrencyUnit currency;

    ProductionRule(CurrencyUnit currency) {
        this.currency = currency;
    }

    /** @throws UnbookableEventException if the event names no production order */
    static DocumentReference orderOf(TraceEvent event) {
        return event.document(DocumentType.PRODUCTION_ORDER)
                .orElseThrow(() -> new UnbookableEventException("it names no production order"));
    }

    @Override
    public void book(TraceEvent event, Posting posting) {
        Optional<EventId> shared = Round.sharedAnew(event);
        if (shared.isPresent()) {
            new LaterOutput(event, shared.get(), posting).book();
            return;
        }
        Map<LotKey, Quantity> consumed = new LinkedHashMap<>();
        Map<LotKey, Quantity> outputs = new LinkedHashMap<>();
        for (EventLine line : event.lines()) {
            if (BookingRule.moves(line, PlaceKind.PRODUCTION_ORDER, PlaceKind.TRANSFORMATION)) {
                consumed.merge(line.lot(), line.quantity(), Quantity::plus);
            } else if (BookingRule.moves(line, PlaceKind.TRANSFORMATION, PlaceKind.LOCATION)) {
                outputs.merge(line.lot(), line.quantity(), Quantity::plus);
            } else {
                throw BookingRule.unexpected(event, line);
            }
        }
        List<JournalEntry> ofOrder = posting.books().ofDocument(orderOf(event));
        Map<LotKey, CostedQuantity> values = values(consumed, orderOf(event), ofOrder);
        Map<LotKey, BigDecimal> shares = shares(event, values, posting);
        RollUp rollUp = RollUp.of(event.edges(), outputs.keySet(), values, shares);
        Map<LotKey, List<RollUp.Ingredient>> ingredients = new LinkedHashMap<>();
        outputs.keySet().forEach(output -> ingredients.put(output, rollUp.ingredientsOf(output)));
        Map<LotKey, Money> realisable = realisable(event);
        boolean hasMain = realisable.size() < outputs.size();
        Map<LotKey, List<RollUp.Ingredient>> taken =
                hasMain && shares.isEmpty() ? ByProducts.deducted(ingredients, realisable) : ingredients;
        Map<LotKey, Money> conversion = conversion(ofOrder, taken, hasMain ? realisable.keySet() : Set.of());
        outputs.forEach((output, quantity) ->
                bookOutput(output, quantity, taken.get(output), Optional.ofNullable(conversion.get(output)), posting));
    }

    /** @return of each output whose line has a price: that is a by-product, and the price its net realisable value */
    private Map<LotKey, Money> realisable(TraceEvent event) {
        Map<LotKey, Money> values = new LinkedHashMap<>();
        for (EventLine line : event.lines()) {
            if (line.to().place().kind() == PlaceKind.LOCATION) {
                line.price().ifPresent(price -> {
                    if (!price.price().currency().equals(currency.getCode())) {
                        throw new UnbookableEventException("the net realisable value of by-product " + line.lot()
                                + " is in " + price.price().currency() + ", but the books are kept in " + currency);
                    }
                    values.merge(line.lot(), AtPrice.value(line.quantity(), price, currency), Money::plus);
                });
            }
        }
        return values;
    }

    /** @return what each main output takes over of what the order has absorbed and not yet passed on, by their value */
    private Map<LotKey, Money> conversion(
            List<JournalEntry> ofOrder, Map<LotKey, List<RollUp.Ingredient>> taken, Set<LotKey> byProducts) {
        Money absorbed = ofOrder.stream()
                .flatMap(entry -> entry.lines().stream())
                .filter(line -> line.account() == Account.CONVERSION_IN_PROCESS)
                .map(JournalLine::amount)
                .reduce(Money.zero(currency), Money::plus);
        if (absorbed.isZero()) {
            return Map.of();
        }
        List<LotKey> mains = taken.keySet().stream()
                .filter(output -> !byProducts.contains(output))
                .toList();
        List<BigDecimal> values = mains.stream()
                .map(main -> taken.get(main).stream()
                        .map(part -> part.amount().value().getAmount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .toList();
        boolean none = values.stream().allMatch(value -> value.signum() <= 0);
        List<Money> shares = LargestRemainder.split(
                absorbed, none ? mains.stream().map(main -> BigDecimal.ONE).toList() : values);
        Map<LotKey, Money> conversion = new LinkedHashMap<>();
        for (int i = 0; i < mains.size(); i++) {
            conversion.put(mains.get(i), shares.get(i));
        }
        return conversion;
    }

    private static Map<LotKey, CostedQuantity> values(
            Map<LotKey, Quantity> consumed, DocumentReference order, List<JournalEntry> ofOrder) {
        Map<LotKey, Layer> inProcess = Books.balances(ofOrder, Account.WORK_IN_PROCESS);
        Map<LotKey, CostedQuantity> values = new LinkedHashMap<>();
        consumed.forEach((lot, quantity) -> {
            Layer available = Optional.ofNullable(inProcess.get(lot))
                    .orElseThrow(() -> new UnbookableEventException(
                            "lot " + lot + " was never booked into the work in process of " + order));
            values.put(lot, available.issue(quantity));
        });
        return values;
    }

    private static Map<LotKey, BigDecimal> shares(
            TraceEvent event, Map<LotKey, CostedQuantity> consumed, Posting posting) {
        Map<LotKey, BigDecimal> joint = ValueShares.jointProducts(event);
        if (joint.isEmpty()) {
            return Map.of();
        }
        Money nothing = posting.noMoney();
        Money total = consumed.values().stream().map(CostedQuantity::value).reduce(nothing, Money::plus);
        return ValueShares.of(total, joint, ValueShares.byProducts(event, nothing));
    }

    private static void bookOutput(
            LotKey output,
            Quantity quantity,
            List<RollUp.Ingredient> ingredients,
            Optional<Money> conversion,
            Posting posting) {
        Money value = posting.nothing(quantity.unit()).value();
        for (RollUp.Ingredient ingredient : ingredients) {
            posting.credit(Account.WORK_IN_PROCESS, ingredient.lot(), ingredient.amount(), Optional.empty());
            value = value.plus(ingredient.amount().value());
        }
        if (conversion.isPresent() && !conversion.get().isZero()) {
            posting.credit(Account.CONVERSION_IN_PROCESS, conversion.get(), Optional.empty());
            value = value.plus(conversion.get());
        }
        posting.receive(output, new CostedQuantity(quantity, value), Optional.empty());
    }
}

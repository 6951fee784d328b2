package org.lottrace.cost.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.event.Edge;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.Round;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * What came out of a production and is told after its cost went into the other outputs. The cost of all that was consumed, and what
 * the order has absorbed, is shared anew among all outputs by the one rule ({@link JointCost}), and each output is adjusted by what
 * its share became more or less: an earlier output as far as its goods are still on stock, the rest of that is
 * PRODUCTION_VARIANCE. Nothing that was posted changes. What may be of several rounds shares the cost of all of them.
 */
final class LaterOutput {
    private final TraceEvent event;
    private final Posting posting;
    private final List<JournalEntry> productions;
    private final List<JournalEntry> ofOrder;
    private final List<JournalEntry> round;
    private final List<TraceEvent> told;
    private final Map<LotKey, Quantity> made = new LinkedHashMap<>();

    /** @throws UnbookableEventException if a production whose inputs it shares anew was never booked, or a line is none of an output */
    LaterOutput(TraceEvent event, Posting posting) {
        this.event = event;
        this.posting = posting;
        List<EventId> shared = Round.allOf(event);
        this.productions = shared.stream()
                .map(production -> posting.books()
                        .ofEvent(production)
                        .orElseThrow(() -> new UnbookableEventException(
                                "production " + production + ", whose inputs it shares anew, was never booked")))
                .toList();
        ofOrder = posting.books().ofDocument(ProductionRule.orderOf(event));
        List<JournalEntry> inForce = ReversedEntries.without(ofOrder).stream()
                .filter(entry -> entry.type() == EventType.PRODUCE)
                .toList();
        told = new ArrayList<>(
                posting.books().events(inForce.stream().map(JournalEntry::event).toList()));
        told.removeIf(other -> Round.allOf(other).stream().noneMatch(shared::contains));
        Set<EventId> ofRound = told.stream().map(TraceEvent::id).collect(Collectors.toSet());
        round = inForce.stream()
                .filter(entry -> ofRound.contains(entry.event()))
                .toList();
        told.add(event);
        for (EventLine line : event.lines()) {
            if (!BookingRule.moves(line, PlaceKind.TRANSFORMATION, PlaceKind.LOCATION)) {
                throw BookingRule.unexpected(event, line);
            }
            made.merge(line.lot(), line.quantity(), Quantity::plus);
        }
    }

    void book() {
        Set<LotKey> outputs = new LinkedHashSet<>();
        event.edges().stream().map(Edge::output).sorted().forEach(outputs::add);
        CurrencyUnit currency = posting.noMoney().getCurrencyUnit();
        JointCost cost = JointCost.of(told, outputs, currency);
        Map<LotKey, List<RollUp.Ingredient>> taken = cost.share(event.edges(), outputs, consumed());
        Money open = ProductionRule.absorbed(ofOrder, currency);
        Map<LotKey, Money> conversion = cost.conversion(open.minus(ProductionRule.absorbed(round, currency)), taken);
        Map<LotKey, Money> shares = new LinkedHashMap<>();
        outputs.forEach(output -> shares.put(
                output, cost.value(taken.get(output)).plus(conversion.getOrDefault(output, posting.noMoney()))));
        outputs.stream()
                .filter(output -> !made.containsKey(output))
                .forEach(output -> adjust(output, shares.get(output).minus(given(output))));
        made.forEach((output, quantity) -> {
            if (given(output).isZero()) {
                showParts(taken.get(output), conversion.getOrDefault(output, posting.noMoney()));
            }
            Money change = shares.get(output).minus(given(output));
            posting.receive(output, new CostedQuantity(quantity, change), Optional.empty());
            if (change.isZero()) { // an entry has two sides, also when more of the same lot was told
                posting.debit(Account.PRODUCTION_VARIANCE, output, posting.nothing(quantity.unit()), Optional.empty());
            }
        });
        if (!open.isZero()) {
            posting.credit(Account.CONVERSION_IN_PROCESS, open, Optional.empty());
        }
    }

    /** @return what the productions took out of the work in process */
    private Map<LotKey, CostedQuantity> consumed() {
        return productions.stream()
                .flatMap(production -> production.lines().stream())
                .filter(line -> line.account() == Account.WORK_IN_PROCESS)
                .collect(Collectors.toMap(
                        line -> line.lot().orElseThrow(),
                        line -> Books.costed(line).negated(),
                        CostedQuantity::plus,
                        LinkedHashMap::new));
    }

    /** @return what the output has got of what was consumed so far, goods that are gone included */
    private Money given(LotKey output) {
        return round.stream()
                .flatMap(entry -> SpreadLines.without(entry).stream())
                .filter(line -> line.lot().equals(Optional.of(output))
                        && (line.account() == Account.INVENTORY || line.account() == Account.PRODUCTION_VARIANCE))
                .map(JournalLine::amount)
                .reduce(posting.noMoney(), Money::plus);
    }

    /** Goods of a lot cannot be told apart: what is left of it bears its part of the change. */
    private void adjust(LotKey output, Money change) {
        if (change.isZero()) {
            return;
        }
        Quantity all = Inflow.of(output, posting.books().ofLot(output)).stream()
                .map(inflow -> inflow.amount().quantity())
                .reduce(Quantity::plus)
                .orElseThrow(() -> new UnbookableEventException("lot " + output + " was never booked"));
        CostedQuantity left = posting.onStock(output, all.unit()).left();
        Money onStock =
                Layer.share(new CostedQuantity(all, change), left.quantity().min(all));
        CostedQuantity nothing = posting.nothing(all.unit());
        if (onStock.plus(left.value()).isNegative()) {
            onStock = left.value().negated();
        }
        Money gone = change.minus(onStock);
        if (!onStock.isZero()) {
            posting.receive(output, new CostedQuantity(nothing.quantity(), onStock), Optional.empty());
        }
        if (!gone.isZero()) {
            posting.debit(
                    Account.PRODUCTION_VARIANCE,
                    output,
                    new CostedQuantity(nothing.quantity(), gone),
                    Optional.empty());
        }
    }

    /** What goes through the work in process says what a new lot was made of. */
    private void showParts(List<RollUp.Ingredient> ingredients, Money conversion) {
        ingredients.forEach(ingredient -> {
            posting.debit(Account.WORK_IN_PROCESS, ingredient.lot(), ingredient.amount(), Optional.empty());
            posting.credit(Account.WORK_IN_PROCESS, ingredient.lot(), ingredient.amount(), Optional.empty());
        });
        if (!conversion.isZero()) {
            posting.credit(Account.CONVERSION_IN_PROCESS, conversion.negated(), Optional.empty());
            posting.credit(Account.CONVERSION_IN_PROCESS, conversion, Optional.empty());
        }
    }
}

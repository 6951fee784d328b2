package org.lottrace.cost.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.Round;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * Output lots take over the value of what went into them: WORK_IN_PROCESS of the consumed lots to INVENTORY of the
 * output, as {@link JointCost} shares it, and what the order has absorbed besides.
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
        if (Round.sharedAnew(event).isPresent()) {
            new LaterOutput(event, posting).book();
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
        InProcess inProcess = posting.books().inProcess(orderOf(event), posting.noMoney());
        Map<LotKey, CostedQuantity> values = values(consumed, orderOf(event), inProcess);
        JointCost cost = JointCost.of(List.of(event), outputs.keySet(), currency);
        Map<LotKey, List<RollUp.Ingredient>> taken = cost.share(event.edges(), outputs.keySet(), values);
        Map<LotKey, Money> conversion = cost.conversion(inProcess.absorbed(), taken);
        outputs.forEach((output, quantity) ->
                bookOutput(output, quantity, taken.get(output), Optional.ofNullable(conversion.get(output)), posting));
        if (event.edges().isEmpty()) { // nobody has told yet what it was made of, and an entry has two sides
            outputs.forEach((output, quantity) -> posting.debit(
                    Account.PRODUCTION_VARIANCE, output, posting.nothing(quantity.unit()), Optional.empty()));
        }
    }

    /** @return what the order has absorbed and not yet passed on */
    static Money absorbed(List<JournalEntry> entries, CurrencyUnit currency) {
        return entries.stream()
                .flatMap(entry -> entry.lines().stream())
                .filter(line -> line.account() == Account.CONVERSION_IN_PROCESS)
                .map(JournalLine::amount)
                .reduce(Money.zero(currency), Money::plus);
    }

    private static Map<LotKey, CostedQuantity> values(
            Map<LotKey, Quantity> consumed, DocumentReference order, InProcess inProcess) {
        Map<LotKey, CostedQuantity> values = new LinkedHashMap<>();
        consumed.forEach((lot, quantity) -> {
            Layer available = inProcess
                    .left(lot)
                    .orElseThrow(() -> new UnbookableEventException(
                            "lot " + lot + " was never booked into the work in process of " + order));
            values.put(lot, available.issue(quantity));
        });
        return values;
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

package org.lottrace.cost.internal;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostedQuantity;
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
 * output. The lines of each output stand together: what went into it, then itself.
 */
final class ProductionRule implements BookingRule {
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
        Map<LotKey, CostedQuantity> values = values(consumed, orderOf(event), posting.books());
        RollUp rollUp = RollUp.of(event.edges(), outputs.keySet(), values, shares(event, values, posting));
        outputs.forEach((output, quantity) -> bookOutput(output, quantity, rollUp.ingredientsOf(output), posting));
    }

    private static Map<LotKey, CostedQuantity> values(
            Map<LotKey, Quantity> consumed, DocumentReference order, Books books) {
        Map<LotKey, CostedQuantity> inProcess = books.balances(order, Account.WORK_IN_PROCESS);
        Map<LotKey, CostedQuantity> values = new LinkedHashMap<>();
        consumed.forEach((lot, quantity) -> {
            CostedQuantity available = Optional.ofNullable(inProcess.get(lot))
                    .orElseThrow(() -> new UnbookableEventException(
                            "lot " + lot + " was never booked into the work in process of " + order));
            values.put(lot, Issue.of(available, quantity));
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
            LotKey output, Quantity quantity, List<RollUp.Ingredient> ingredients, Posting posting) {
        Money value = posting.nothing(quantity.unit()).value();
        for (RollUp.Ingredient ingredient : ingredients) {
            posting.credit(Account.WORK_IN_PROCESS, ingredient.lot(), ingredient.amount(), Optional.empty());
            value = value.plus(ingredient.amount().value());
        }
        posting.debit(Account.INVENTORY, output, new CostedQuantity(quantity, value), Optional.empty());
    }
}

package org.lottrace.cost.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * Goods that are split, merged, relabelled or repacked keep their value: INVENTORY of the lots they were taken of to INVENTORY of
 * what they became. The lines of each output stand together: what went into it, then itself.
 */
final class TransformationRule implements BookingRule {
    @Override
    public void book(TraceEvent event, Posting posting) {
        Map<LotKey, Quantity> taken = new LinkedHashMap<>();
        Map<LotKey, Quantity> outputs = new LinkedHashMap<>();
        for (EventLine line : event.lines()) {
            if (BookingRule.moves(line, PlaceKind.LOCATION, PlaceKind.TRANSFORMATION)) {
                taken.merge(line.lot(), line.quantity(), Quantity::plus);
            } else if (BookingRule.moves(line, PlaceKind.TRANSFORMATION, PlaceKind.LOCATION)) {
                outputs.merge(line.lot(), line.quantity(), Quantity::plus);
            } else {
                throw BookingRule.unexpected(event, line);
            }
        }
        Map<LotKey, CostedQuantity> values = new LinkedHashMap<>();
        taken.forEach((lot, quantity) -> values.put(lot, posting.issue(lot, quantity)));
        RollUp rollUp = RollUp.of(event.edges(), outputs.keySet(), values);
        outputs.forEach((output, quantity) -> {
            Money value = posting.nothing(quantity.unit()).value();
            for (RollUp.Ingredient ingredient : rollUp.ingredientsOf(output)) {
                posting.credit(Account.INVENTORY, ingredient.lot(), ingredient.amount(), Optional.empty());
                value = value.plus(ingredient.amount().value());
            }
            posting.receive(output, new CostedQuantity(quantity, value), Optional.empty());
        });
    }
}

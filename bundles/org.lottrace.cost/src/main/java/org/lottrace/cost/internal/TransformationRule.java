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
 * what they became. The lines of each output stand together: what went into it, then itself. Goods on consignment stay so.
 */
final class TransformationRule implements BookingRule {
    private final ConsignedUse consigned;

    TransformationRule(ConsignedUse consigned) {
        this.consigned = consigned;
    }

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
        ConsignedMove move = ConsignedMove.of(event, taken, consigned, posting);
        Map<LotKey, CostedQuantity> values = new LinkedHashMap<>();
        taken.forEach((lot, all) -> {
            Quantity ours = move.oursOfTaken(lot, all);
            if (ours.isPositive()) {
                values.put(lot, posting.issue(lot, ours));
            }
        });
        RollUp rollUp = RollUp.of(move.ours(), outputs.keySet(), values);
        outputs.forEach((output, all) -> {
            Quantity quantity = move.oursOfOutput(output, all);
            if (!quantity.isPositive()) {
                return; // it lies here as what it was made of did
            }
            Money value = posting.nothing(quantity.unit()).value();
            for (RollUp.Ingredient ingredient : rollUp.ingredientsOf(output)) {
                posting.credit(Account.INVENTORY, ingredient.lot(), ingredient.amount(), Optional.empty());
                value = value.plus(ingredient.amount().value());
            }
            posting.receive(output, new CostedQuantity(quantity, value), Optional.empty());
        });
    }
}

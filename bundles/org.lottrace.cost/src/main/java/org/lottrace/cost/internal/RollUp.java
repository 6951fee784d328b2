package org.lottrace.cost.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.event.Edge;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * Which output got how much of the value that was consumed: each consumed lot's own value, along its edges, by their
 * quantities. Never one lot's cost times the quantity of another (odoo/odoo#267196).
 */
final class RollUp {
    private final Map<LotKey, List<Ingredient>> ingredients;

    private RollUp(Map<LotKey, List<Ingredient>> ingredients) {
        this.ingredients = ingredients;
    }

    /**
     * @param edges from the consumed lots to the outputs
     * @param outputs the lots that were made
     * @param consumed quantity and value of each consumed lot
     * @throws UnbookableEventException if edges and lots do not fit together
     */
    static RollUp of(List<Edge> edges, Collection<LotKey> outputs, Map<LotKey, CostedQuantity> consumed) {
        for (Edge edge : edges) {
            if (!outputs.contains(edge.output()) || !consumed.containsKey(edge.input())) {
                throw new UnbookableEventException("it ties lot " + edge.input() + " to " + edge.output()
                        + ", but the first is not among its consumed lots or the second not among its outputs");
            }
        }
        Map<LotKey, List<Ingredient>> ingredients = new HashMap<>();
        consumed.forEach((lot, amount) -> {
            List<Edge> own =
                    edges.stream().filter(edge -> edge.input().equals(lot)).toList();
            requireWhole(lot, amount.quantity(), own);
            List<Money> shares = LargestRemainder.split(
                    amount.value(),
                    own.stream().map(edge -> edge.quantity().amount()).toList());
            for (int i = 0; i < own.size(); i++) {
                ingredients
                        .computeIfAbsent(own.get(i).output(), output -> new ArrayList<>())
                        .add(new Ingredient(lot, new CostedQuantity(own.get(i).quantity(), shares.get(i))));
            }
        });
        return new RollUp(ingredients);
    }

    /** @return what went into the output, in the order in which it was consumed */
    List<Ingredient> ingredientsOf(LotKey output) {
        return ingredients.getOrDefault(output, List.of());
    }

    private static void requireWhole(LotKey lot, Quantity consumed, List<Edge> edges) {
        Quantity tied = edges.stream().map(Edge::quantity).reduce(Quantity.zero(consumed.unit()), Quantity::plus);
        if (!tied.equals(consumed)) {
            throw new UnbookableEventException(
                    consumed + " of lot " + lot + " were consumed, but " + tied + " are tied to an output");
        }
    }

    /**
     * A consumed lot's part in an output.
     *
     * @param lot the consumed lot
     * @param amount how much of it, and what that was worth
     */
    record Ingredient(LotKey lot, CostedQuantity amount) {}
}

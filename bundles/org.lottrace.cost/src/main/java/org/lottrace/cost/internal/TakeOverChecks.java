package org.lottrace.cost.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.cost.ConsignmentTakeOver;
import org.lottrace.api.cost.store.ConsignedLine;
import org.lottrace.api.cost.store.CostStore;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitMismatchException;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/** What is wrong with goods on consignment that are to become ours. */
final class TakeOverChecks {
    private final ItemStore items;
    private final CostStore costs;

    TakeOverChecks(ItemStore items, CostStore costs) {
        this.items = items;
        this.costs = costs;
    }

    /** @return the lines with their quantities in base units */
    List<CostText.TakenOver> check(ConsignmentTakeOver goods, List<Violation> found) {
        if (goods.lines().isEmpty()) {
            found.add(new Violation("LINES_MISSING", "lines", "a document without lines says nothing: add one"));
        }
        Set<LotKey> named = new HashSet<>();
        List<CostText.TakenOver> lines = new ArrayList<>();
        for (int i = 0; i < goods.lines().size(); i++) {
            ConsignmentTakeOver.Line line = goods.lines().get(i);
            ViolationPath path = ViolationPath.of("lines", i + 1);
            if (!named.add(line.lot())) {
                found.add(new Violation(
                        "LOT_TWICE", path.then("lot"), "lot " + line.lot() + " is there twice: add its lines up"));
            }
            if (!line.quantity().isPositive()) {
                found.add(new Violation(
                        "AMOUNT_NOT_POSITIVE",
                        path.then("quantity"),
                        "a quantity is more than nothing, not " + line.quantity()));
                continue;
            }
            inBaseUnit(line, path, found).ifPresent(quantity -> {
                if (quantity.compareTo(there(line.lot(), quantity)) > 0) {
                    found.add(new Violation(
                            "NOT_ON_CONSIGNMENT",
                            path.then("quantity"),
                            "of lot " + line.lot() + " only " + there(line.lot(), quantity)
                                    + " lie here on consignment: take over less"));
                }
                lines.add(new CostText.TakenOver(quantity, line.lot()));
            });
        }
        return lines;
    }

    private Optional<Quantity> inBaseUnit(ConsignmentTakeOver.Line line, ViolationPath path, List<Violation> found) {
        Optional<Item> item = items.find(line.lot().item());
        if (item.isEmpty()) {
            found.add(new Violation(
                    "NOT_ON_CONSIGNMENT",
                    path.then("lot"),
                    "of lot " + line.lot() + " nothing lies here on consignment: check the lot"));
            return Optional.empty();
        }
        try {
            return Optional.of(item.get().toBaseUnit(line.quantity()));
        } catch (UnitMismatchException e) {
            found.add(new Violation(
                    "UNIT_UNKNOWN",
                    path.then("quantity"),
                    "item " + line.lot().item() + " has no unit "
                            + line.quantity().unit()));
            return Optional.empty();
        }
    }

    private Quantity there(LotKey lot, Quantity like) {
        return costs.consigned(lot).stream()
                .map(ConsignedLine::quantity)
                .reduce(Quantity.zero(like.unit()), Quantity::plus);
    }
}

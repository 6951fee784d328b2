package org.lottrace.cost.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.cost.CostSource;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.lot.LotKey;

/**
 * Opens the cost of a lot down to the receipts. A walk in breadth without recursion: it first finds every ingredient
 * where it stands nearest to the top, then builds the answer from the bottom. Each lot is opened once, so rework loops
 * end, and a lot with many ways to the same receipt does not multiply them.
 */
final class SourceTree {
    private final Books books;
    private final Map<LotKey, List<Part>> parts = new LinkedHashMap<>();
    private final Map<LotKey, Part> opening = new HashMap<>();

    private SourceTree(Books books) {
        this.books = books;
    }

    /** @return where the cost of the lot came from, in ledger order */
    static List<CostSource> of(LotKey lot, Books books) {
        SourceTree tree = new SourceTree(books);
        tree.walk(lot);
        return tree.build(lot);
    }

    private void walk(LotKey top) {
        List<LotKey> found = new ArrayList<>(List.of(top));
        for (int next = 0; next < found.size(); next++) {
            LotKey lot = found.get(next);
            List<Part> own = partsOf(lot);
            parts.put(lot, own);
            for (Part part : own) {
                part.ingredient()
                        .filter(ingredient -> !ingredient.equals(top) && opening.putIfAbsent(ingredient, part) == null)
                        .ifPresent(found::add);
            }
        }
    }

    private List<CostSource> build(LotKey top) {
        Map<LotKey, List<CostSource>> built = new HashMap<>();
        List<LotKey> bottomUp = new ArrayList<>(parts.keySet());
        Collections.reverse(bottomUp);
        for (LotKey lot : bottomUp) {
            built.put(
                    lot,
                    parts.get(lot).stream().map(part -> source(part, built)).toList());
        }
        return built.get(top);
    }

    private CostSource source(Part part, Map<LotKey, List<CostSource>> built) {
        boolean opensHere =
                part.ingredient().filter(lot -> opening.get(lot) == part).isPresent();
        return new CostSource(
                part.entry().event(),
                part.entry().document(),
                part.ingredient(),
                part.amount().quantity(),
                part.amount().value(),
                opensHere ? built.get(part.ingredient().orElseThrow()) : List.of());
    }

    private List<Part> partsOf(LotKey lot) {
        return Inflow.of(lot, books.ofLot(lot)).stream()
                .flatMap(SourceTree::partsOf)
                .toList();
    }

    private static Stream<Part> partsOf(Inflow inflow) {
        if (inflow.ingredients().isEmpty()) {
            return Stream.of(new Part(inflow.entry(), Optional.empty(), inflow.amount()));
        }
        return inflow.ingredients().stream().map(line -> new Part(inflow.entry(), line.lot(), amount(line, inflow)));
    }

    /** Conversion cost belongs to no lot: it is for the quantity that was made. */
    private static CostedQuantity amount(JournalLine line, Inflow inflow) {
        return line.quantity().isPresent()
                ? Books.costed(line).negated()
                : new CostedQuantity(inflow.amount().quantity(), line.amount().negated());
    }

    /** One line of the answer, before its own sources are known. */
    private record Part(JournalEntry entry, Optional<LotKey> ingredient, CostedQuantity amount) {}
}

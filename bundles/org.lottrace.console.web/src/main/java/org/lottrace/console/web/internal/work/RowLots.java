package org.lottrace.console.web.internal.work;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.LotReference;
import org.lottrace.console.web.internal.page.Visit;

/** The lots that the rows of a form name, and their items: asked for once, for all rows together. */
final class RowLots {
    private final Visit visit;
    private final Supplier<Stream<String>> typed;
    private Map<LotReference, List<Lot>> lotsByName;
    private Map<ItemNumber, Item> itemsOfLots;

    /** @param typed what names the lot in each row; empty where nothing does */
    RowLots(Visit visit, Supplier<Stream<String>> typed) {
        this.visit = visit;
        this.typed = typed;
    }

    /** The items of all rows are asked for together. */
    Map<ItemNumber, Item> items() {
        if (itemsOfLots == null) {
            Set<ItemNumber> numbers = lots().values().stream()
                    .flatMap(List::stream)
                    .map(lot -> lot.key().item())
                    .collect(Collectors.toSet());
            lots().keySet().forEach(name -> name.item().ifPresent(numbers::add));
            itemsOfLots = visit.as(ItemCatalog.class).findAll(numbers).stream()
                    .collect(Collectors.toMap(Item::number, item -> item));
        }
        return itemsOfLots;
    }

    /** The lots of all rows are asked for together. */
    Map<LotReference, List<Lot>> lots() {
        if (lotsByName == null) {
            Set<LotReference> names =
                    typed.get().flatMap(text -> name(text).stream()).collect(Collectors.toSet());
            lotsByName = names.isEmpty() ? Map.of() : visit.as(LotMaster.class).find(names);
        }
        return lotsByName;
    }

    /** What cannot be read is said when its row is. */
    static Optional<LotReference> name(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LotReference.parse(text));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}

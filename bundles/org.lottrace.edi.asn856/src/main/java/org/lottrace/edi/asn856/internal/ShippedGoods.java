package org.lottrace.edi.asn856.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.edi.asn856.internal.CustomerAdvice.Goods;

/** What a shipment holds, and what of it a line of a customer's receiving advice means. */
final class ShippedGoods {
    private static final List<String> GTINS = List.of("UP", "EN", "UK");
    private static final String OUR_NUMBER = "VN";
    private static final String THEIR_NUMBER = "IN";

    private final ItemStore items;
    private final Map<LotKey, Quantity> lots = new LinkedHashMap<>();

    ShippedGoods(TraceEvent shipment, ItemStore items) {
        this.items = items;
        for (EventLine line : shipment.lines()) {
            lots.merge(line.lot(), line.quantity(), Quantity::plus);
        }
    }

    /** @return how much left of each lot, in the base unit */
    Map<LotKey, Quantity> lots() {
        return lots;
    }

    boolean holds(ItemNumber item) {
        return lots.keySet().stream().anyMatch(lot -> lot.item().equals(item));
    }

    /** @return the lots with the number that the line names, of the item that it names; all of that number when it names no item */
    List<LotKey> lots(Goods goods) {
        List<LotKey> numbered = lots.keySet().stream()
                .filter(lot -> lot.number().value().equals(goods.lot()))
                .toList();
        Optional<ItemNumber> ours = byOurs(goods);
        if (ours.isPresent()) {
            return of(ours.get(), numbered);
        }
        List<LotKey> theirs = byTheirs(goods).map(item -> of(item, numbered)).orElse(numbered);
        return theirs.isEmpty() ? numbered : theirs;
    }

    /** @return the item that the line names; of the customer's own numbers, only one that is also that of an item of the shipment */
    Optional<ItemNumber> item(Goods goods) {
        return byOurs(goods).or(() -> byTheirs(goods).filter(this::holds));
    }

    private static List<LotKey> of(ItemNumber item, List<LotKey> lots) {
        return lots.stream().filter(lot -> lot.item().equals(item)).toList();
    }

    private Optional<ItemNumber> byOurs(Goods goods) {
        return GTINS.stream()
                .flatMap(qualifier -> item(goods, qualifier, text -> items.find(Gtin.of(text))).stream())
                .findFirst()
                .or(() -> item(goods, OUR_NUMBER, text -> items.find(new ItemNumber(text))));
    }

    private Optional<ItemNumber> byTheirs(Goods goods) {
        return item(goods, THEIR_NUMBER, text -> items.find(new ItemNumber(text)));
    }

    private static Optional<ItemNumber> item(Goods goods, String qualifier, Function<String, Optional<Item>> find) {
        try {
            return Optional.ofNullable(goods.named().get(qualifier))
                    .flatMap(find)
                    .map(Item::number);
        } catch (InvalidIdentifierException e) {
            return Optional.empty(); // no item can have that number, so none has it
        }
    }
}

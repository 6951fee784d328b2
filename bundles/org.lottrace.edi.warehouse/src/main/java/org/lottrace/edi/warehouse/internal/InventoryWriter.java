package org.lottrace.edi.warehouse.internal;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.quantity.Quantity;

/** Writes an inventory (X12 846): a LIN for each lot with its expiry in DTM 036, and what is on hand in QTY 17, in the base unit. */
final class InventoryWriter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");
    private static final String ORIGINAL = "00";
    /** BIA02 (data element 755): seller's inventory report. */
    private static final String REPORT = "SI";

    private static final String EXPIRY = "036";
    private static final String ON_HAND = "17";

    private final ItemStore items;

    InventoryWriter(ItemStore items) {
        this.items = items;
    }

    /** @throws IllegalArgumentException if an item's unit has no code in X12; the message says what to do */
    String write(String number, Instant at, Site site, Map<LotKey, Quantity> onHand, Collection<Lot> lots) {
        Map<LotKey, Lot> known = lots.stream().collect(Collectors.toMap(Lot::key, Function.identity()));
        items.withNumbers(onHand.keySet().stream().map(LotKey::item).collect(Collectors.toSet()));
        ZonedDateTime there = at.atZone(site.zone());
        List<List<String>> segments = new ArrayList<>();
        segments.add(List.of(
                "BIA",
                ORIGINAL,
                REPORT,
                number,
                DateTimeFormatter.BASIC_ISO_DATE.format(there.toLocalDate()),
                TIME.format(there)));
        segments.add(ItemTexts.place("WH", site));
        int line = 0;
        for (Map.Entry<LotKey, Quantity> entry : onHand.entrySet()) {
            line++;
            add(line, entry.getKey(), known.get(entry.getKey()), entry.getValue(), segments);
        }
        segments.add(List.of("CTT", String.valueOf(line)));
        return SegmentXml.of(segments);
    }

    private void add(int line, LotKey key, Lot lot, Quantity quantity, List<List<String>> segments) {
        Item item = items.find(key.item())
                .orElseThrow(() -> new IllegalArgumentException("item " + key.item() + " is unknown"));
        List<String> lin = new ArrayList<>(List.of("LIN", String.valueOf(line)));
        lin.addAll(ItemTexts.named(item));
        lin.addAll(
                List.of("LT", lot == null ? key.number().value() : lot.number().value()));
        segments.add(lin);
        if (lot != null) {
            lot.expiry()
                    .ifPresent(
                            day -> segments.add(List.of("DTM", EXPIRY, DateTimeFormatter.BASIC_ISO_DATE.format(day))));
        }
        segments.add(List.of("QTY", ON_HAND, ItemTexts.amount(quantity), ItemTexts.unit(quantity)));
    }
}

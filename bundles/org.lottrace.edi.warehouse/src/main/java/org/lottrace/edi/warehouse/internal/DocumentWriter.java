package org.lottrace.edi.warehouse.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.thirdparty.StockDocument;

/**
 * Writes our transfers (X12 943) and shipping orders (940): the lot in N9 with LT, our item number as VN, the GTIN as UP, EN or UK, and the
 * quantity in the unit in which it was entered.
 */
final class DocumentWriter {
    private static final String ORIGINAL = "N";
    /** W0501 (data element 473). */
    private static final String CANCELLED = "F";

    /** Characters of W0503; a longer number stands in N9. */
    private static final int LONGEST_ORDER = 22;

    private static final String REQUESTED = "10";
    private static final String SHIPPED = "11";

    private final ItemStore items;
    private final SiteStore sites;
    private final PartyStore parties;
    private final SalesOrderStore orders;

    DocumentWriter(ItemStore items, SiteStore sites, PartyStore parties, SalesOrderStore orders) {
        this.items = items;
        this.sites = sites;
        this.parties = parties;
        this.orders = orders;
    }

    /** @return the XML text of a 943 */
    String transfer(StockDocument document) {
        Site from = site(document.from().orElseThrow());
        String day = day(document, from.zone());
        List<List<String>> segments = new ArrayList<>();
        segments.add(List.of("W06", ORIGINAL, document.number(), day, document.number()));
        segments.add(ItemTexts.place("SF", from));
        segments.add(ItemTexts.place("ST", site(document.warehouse())));
        segments.add(List.of("G62", SHIPPED, day));
        for (StockDocument.Line line : document.lines()) {
            segments.add(goods("W04", line));
            addLot(line, segments);
            line.container().map(Sscc::value).ifPresent(sscc -> segments.add(List.of("MAN", "GM", sscc)));
        }
        segments.add(List.of("W03", total(document)));
        return SegmentXml.of(segments);
    }

    /** @return the XML text of a 940 that orders */
    String order(StockDocument document) {
        return order(document, ORIGINAL);
    }

    /** @return the XML text of a 940 that takes an order back */
    String cancellation(StockDocument document) {
        return order(document, CANCELLED);
    }

    private String order(StockDocument document, String status) {
        Site warehouse = site(document.warehouse());
        Optional<SalesOrder> order = document.about().flatMap(orders::find);
        String customerOrder = order.map(SalesOrder::customerOrder).orElse("");
        boolean isShort = customerOrder.length() <= LONGEST_ORDER;
        List<List<String>> segments = new ArrayList<>();
        segments.add(List.of("W05", status, document.number(), isShort ? customerOrder : ""));
        segments.add(ItemTexts.place("WH", warehouse));
        order.flatMap(known -> parties.find(known.customer()))
                .ifPresent(customer -> segments.addAll(ItemTexts.party("ST", customer)));
        segments.add(List.of("N9", "CO", document.about().orElse(document.number())));
        if (!isShort) {
            segments.add(List.of("N9", "PO", customerOrder));
        }
        segments.add(List.of(
                "G62",
                REQUESTED,
                order.map(SalesOrder::deliveryDate)
                        .map(DateTimeFormatter.BASIC_ISO_DATE::format)
                        .orElseGet(() -> day(document, warehouse.zone()))));
        for (int i = 0; i < document.lines().size(); i++) {
            StockDocument.Line line = document.lines().get(i);
            segments.add(List.of("LX", String.valueOf(i + 1)));
            segments.add(goods("W01", line));
            addLot(line, segments);
        }
        segments.add(List.of("W76", total(document)));
        return SegmentXml.of(segments);
    }

    private static void addLot(StockDocument.Line line, List<List<String>> segments) {
        line.lot().ifPresent(lot -> segments.add(List.of("N9", "LT", lot.value())));
    }

    private List<String> goods(String tag, StockDocument.Line line) {
        List<String> goods =
                new ArrayList<>(List.of(tag, ItemTexts.amount(line.quantity()), ItemTexts.unit(line.quantity()), ""));
        Item item = items.find(line.item())
                .orElseThrow(() -> new IllegalArgumentException("item " + line.item() + " is unknown"));
        goods.addAll(ItemTexts.named(item));
        return goods;
    }

    private Site site(SiteId id) {
        return sites.find(id).orElseThrow(() -> new IllegalArgumentException("site " + id + " is unknown"));
    }

    private static String day(StockDocument document, ZoneId zone) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.ofInstant(document.at(), zone));
    }

    /** The sum of what the lines say, whatever their units, as X12 has it. */
    private static String total(StockDocument document) {
        return document.lines().stream()
                .map(line -> line.quantity().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .stripTrailingZeros()
                .toPlainString();
    }
}

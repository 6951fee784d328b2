package org.lottrace.edi.warehouse.internal;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.Site;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.quantity.Quantity;

/**
 * Writes what left a site that we run for a partner (X12 945): an LX for each logistic unit with its SSCC in MAN GM, and a W12 for each lot
 * in it. W12 says once for each line of the order how much of it was ordered and is still to leave.
 */
final class ShippingAdviceWriter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");
    private static final String ORIGINAL = "N";
    private static final String SHIPPED = "11";
    /** Characters of W0602 and W0606; a longer number stands in N9. */
    private static final int LONGEST_ORDER = 22;
    /** Elements of W12 between our number of the item and its GTIN, of which we say nothing: W1209 to W1216. */
    private static final int BETWEEN = 8;

    private static final Comparator<EventLine> BY_UNIT =
            Comparator.comparing(line -> line.to().container().map(Sscc::value).orElse(""));

    private final PartyStore parties;
    private final ReportedGoods reported;
    private final OrderedGoods ordered;

    ShippingAdviceWriter(PartyStore parties, ReportedGoods reported, OrderedGoods ordered) {
        this.parties = parties;
        this.reported = reported;
        this.ordered = ordered;
    }

    /**
     * @return the XML text of a 945
     * @throws IllegalStateException if something the shipment refers to is unknown
     * @throws IllegalArgumentException if a unit has no code in X12; the message says what to do
     */
    String write(RecordedEvent recorded, Site site) {
        TraceEvent shipment = recorded.event();
        OffsetDateTime left =
                shipment.context().effective().atOffset(shipment.context().offset());
        String day = DateTimeFormatter.BASIC_ISO_DATE.format(left.toLocalDate());
        String number = number(shipment, DocumentType.SHIPMENT);
        String order = number(shipment, DocumentType.SALES_ORDER);
        String customerOrder =
                ordered.order(order).map(SalesOrder::customerOrder).orElse("");
        List<List<String>> segments = new ArrayList<>();
        segments.add(List.of("W06", ORIGINAL, fitting(order), day, number, "", fitting(customerOrder)));
        segments.add(ItemTexts.place("SF", site));
        receiver(shipment)
                .flatMap(parties::find)
                .ifPresent(receiver -> segments.addAll(ItemTexts.party("ST", receiver)));
        if (!fits(order)) {
            segments.add(List.of("N9", "CO", order));
        }
        if (!fits(customerOrder)) {
            segments.add(List.of("N9", "PO", customerOrder));
        }
        segments.add(List.of("G62", SHIPPED, day, "8", TIME.format(left)));
        segments.add(List.of("W03", ReportedGoods.total(addGoods(recorded, segments))));
        return SegmentXml.of(segments);
    }

    private List<Quantity> addGoods(RecordedEvent shipment, List<List<String>> segments) {
        List<Quantity> amounts = new ArrayList<>();
        OrderedGoods.Lines lines = ordered.of(shipment);
        Optional<Sscc> unit = Optional.empty();
        int unitsBefore = 0;
        for (EventLine line : shipment.event().lines().stream().sorted(BY_UNIT).toList()) {
            if (unitsBefore == 0 || !line.to().container().equals(unit)) {
                unit = line.to().container();
                unitsBefore++;
                segments.add(List.of("LX", String.valueOf(unitsBefore)));
                unit.ifPresent(sscc -> segments.add(List.of("MAN", "GM", sscc.value())));
            }
            OrderedGoods.Said said = lines.next(line);
            amounts.add(said.left());
            segments.add(goods(said, reported.item(line)));
            segments.addAll(reported.numbers(line));
            reported.weight(line).ifPresent(segments::add);
            reported.expiry(line).ifPresent(segments::add);
        }
        return amounts;
    }

    private static List<String> goods(OrderedGoods.Said said, Item item) {
        List<String> segment = new ArrayList<>(List.of(
                "W12",
                said.status(),
                said.ordered().map(ItemTexts::amount).orElse(""),
                ItemTexts.amount(said.left()),
                said.open().map(ItemTexts::amount).orElse(""),
                ItemTexts.unit(said.left()),
                ""));
        List<String> named = ItemTexts.named(item);
        segment.addAll(named.subList(0, 2));
        if (named.size() > 2) {
            for (int element = 0; element < BETWEEN; element++) {
                segment.add("");
            }
            segment.addAll(named.subList(2, named.size()));
        }
        return segment;
    }

    private static Optional<PartyId> receiver(TraceEvent shipment) {
        return shipment.lines().stream()
                .map(line -> line.to().place())
                .filter(place -> place.kind() == PlaceKind.PARTY)
                .map(place -> new PartyId(place.code()))
                .findFirst();
    }

    private static String number(TraceEvent shipment, DocumentType type) {
        return shipment.document(type)
                .map(DocumentReference::number)
                .orElseThrow(() -> new IllegalStateException("shipment " + shipment.id() + " names no " + type));
    }

    private static String fitting(String order) {
        return fits(order) ? order : "";
    }

    private static boolean fits(String order) {
        return order.length() <= LONGEST_ORDER;
    }
}

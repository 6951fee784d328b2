package org.lottrace.edi.asn856.internal;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.store.LotAgeStore;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.LotAttributes;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.partner.ShipNoticeLine;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.edi.asn856.internal.PartnerFolder.SsccLevel;

/** What a shipment says to its customer. */
final class ShipmentNotices {
    private static final String ORDER_UNKNOWN = "ORDER_UNKNOWN";

    private static final Comparator<ShipNoticeLine> BY_ORDER_AND_UNIT = Comparator.comparing(
                    ShipNoticeLine::purchaseOrder)
            .thenComparing(line -> line.tare().or(line::pack).map(Sscc::value).orElse(""));

    private final SalesOrderStore orders;
    private final ItemStore items;
    private final LotStore lots;
    private final SiteStore sites;
    private final LotAgeStore lotAges;
    private final PartyStore parties;
    private final LotCodeSources sources;

    ShipmentNotices(
            SalesOrderStore orders,
            ItemStore items,
            LotStore lots,
            SiteStore sites,
            LotAgeStore lotAges,
            PartyStore parties) {
        this.orders = orders;
        this.items = items;
        this.lots = lots;
        this.sites = sites;
        this.lotAges = lotAges;
        this.parties = parties;
        this.sources = new LotCodeSources(parties, sites);
    }

    /** @return who received the goods; empty for an event that is no shipment */
    static Optional<PartyId> customer(TraceEvent shipment) {
        return shipment.lines().stream()
                .map(line -> line.to().place())
                .filter(place -> place.kind() == PlaceKind.PARTY)
                .map(place -> new PartyId(place.code()))
                .findFirst();
    }

    /**
     * @param shipment an event of type SHIP
     * @param level which level carries the SSCC
     * @return the same for the same event, whenever it is asked
     * @throws IllegalStateException if something the event refers to is unknown
     * @throws org.lottrace.api.id.InvalidIdentifierException if its number cannot be one of a ship notice
     */
    ShipNotice notice(TraceEvent shipment, Party customer, SsccLevel level) {
        return told(shipment, customer, level).notice();
    }

    /** As {@link #notice}, with what else is known; of lots that is what is known now. */
    ToldShipment told(TraceEvent shipment, Party customer, SsccLevel level) {
        Site site = site(shipment);
        Freight freight = Freight.of(shipment);
        Map<ShipNoticeLine, Quantity> sums = new LinkedHashMap<>();
        Map<ShipNoticeLine, LineFacts> facts = new HashMap<>();
        Map<LotKey, List<KeyDatum>> known =
                lotAges.attributes(shipment.lines().stream().map(EventLine::lot).collect(Collectors.toSet()));
        for (EventLine line : shipment.lines()) {
            Item item = item(line);
            Lot lot = lot(line);
            ShipNoticeLine announced = line(shipment, line, item, lot, level);
            Quantity none = Quantity.zero(announced.quantity().unit());
            ShipNoticeLine one = with(announced, none);
            sums.merge(one, announced.quantity(), Quantity::plus);
            List<KeyDatum> ofLot = LotAttributes.of(known.getOrDefault(line.lot(), List.of()));
            facts.merge(one, LineFacts.of(line, item, ofLot, sources.of(lot, ofLot)), LineFacts::and);
        }
        Map<ShipNoticeLine, LineFacts> lines = new LinkedHashMap<>();
        sums.forEach((line, sum) -> lines.put(with(line, sum), facts.get(line)));
        return new ToldShipment(
                notice(shipment, customer, site, freight, lines.keySet()),
                Addressed.of(site),
                Addressed.of(customer),
                parties.find(site.company())
                        .map(Addressed::of)
                        .orElseGet(() -> Addressed.named("", Optional.empty(), "")),
                Optional.of(freight.routing())
                        .filter(said -> !said.isEmpty())
                        .or(() -> freight.carrier().flatMap(parties::find).map(Party::name)),
                freight,
                lines);
    }

    private static ShipNotice notice(
            TraceEvent shipment, Party customer, Site site, Freight freight, Set<ShipNoticeLine> lines) {
        OffsetDateTime shipped =
                shipment.context().effective().atOffset(shipment.context().offset());
        String number = shipment.document(DocumentType.SHIPMENT)
                .map(DocumentReference::number)
                .orElseThrow(() -> new IllegalStateException("shipment " + shipment.id() + " has no number"));
        return new ShipNotice(
                new ShipNoticeId(site.company(), number),
                shipped.toLocalDateTime().truncatedTo(ChronoUnit.SECONDS),
                shipped.toLocalDate(),
                site.gln(),
                customer.gln(),
                "",
                freight.carrierCode(),
                freight.billOfLading(),
                lines.stream().sorted(BY_ORDER_AND_UNIT).toList());
    }

    private Item item(EventLine line) {
        return items.find(line.lot().item())
                .orElseThrow(
                        () -> new IllegalStateException("item " + line.lot().item() + " is unknown"));
    }

    private Lot lot(EventLine line) {
        return lots.find(line.lot()).orElseThrow(() -> new IllegalStateException("lot " + line.lot() + " is unknown"));
    }

    /** @return the own site the goods left */
    Site site(TraceEvent shipment) {
        return sites.find(shipment.context().site())
                .orElseThrow(() -> new IllegalStateException(
                        "site " + shipment.context().site() + " of shipment " + shipment.id() + " is unknown"));
    }

    private ShipNoticeLine line(TraceEvent shipment, EventLine line, Item item, Lot lot, SsccLevel level) {
        DocumentReference reference = line.orderLine()
                .map(orderLine -> orderLine.order())
                .or(() -> shipment.document(DocumentType.SALES_ORDER))
                .orElseThrow(() -> new IllegalStateException("shipment " + shipment.id() + " names no sales order"));
        Optional<SalesOrder> order = orders.find(reference.number());
        if (order.isEmpty() && !saysThatTheOrderIsUnknown(shipment)) {
            throw new IllegalStateException(reference + " of shipment " + shipment.id() + " is unknown");
        }
        Optional<Sscc> container = line.to().container();
        return new ShipNoticeLine(
                order.map(SalesOrder::customerOrder)
                        .filter(number -> !number.isBlank())
                        .orElse(reference.number()),
                line.orderLine()
                        .map(orderLine -> String.valueOf(order.map(known -> known.orderedLine(orderLine.line()))
                                .orElse(orderLine.line())))
                        .orElse(""),
                item.gtin(),
                "",
                item.number().value(),
                line.lot().number().value(),
                lot.productionDate(),
                lot.expiry(),
                asOrdered(order, line),
                level == SsccLevel.TARE ? container : Optional.empty(),
                level == SsccLevel.PACK ? container : Optional.empty());
    }

    /** It was reported before anybody told of its order, which may never come: others shall not wait for that. */
    private static boolean saysThatTheOrderIsUnknown(TraceEvent shipment) {
        return shipment.keyData().stream()
                .anyMatch(datum -> datum.name().equals(KeyDataElement.FINDING.word())
                        && datum.value().text().equals(ORDER_UNKNOWN));
    }

    /** In the unit of the order when it was entered in that unit and is what was ordered, else in the base unit, which can never be misread. */
    private static Quantity asOrdered(Optional<SalesOrder> order, EventLine line) {
        return line.orderLine()
                .flatMap(orderLine -> order.flatMap(known -> known.line(orderLine.line())))
                .filter(ordered -> ordered.item().equals(line.lot().item()))
                .map(ordered -> ordered.quantity().unit())
                .filter(unit -> unit.equals(line.entered().unit()))
                .map(unit -> line.entered())
                .orElse(line.quantity());
    }

    private static ShipNoticeLine with(ShipNoticeLine line, Quantity quantity) {
        return new ShipNoticeLine(
                line.purchaseOrder(),
                line.lineNumber(),
                line.gtin(),
                line.receiverItem(),
                line.senderItem(),
                line.lotNumber(),
                line.productionDate(),
                line.expiry(),
                quantity,
                line.tare(),
                line.pack());
    }
}

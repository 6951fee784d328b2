package org.lottrace.notice.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.movement.PaperLanguage;
import org.lottrace.api.movement.store.UnitNestingStore;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.store.PartyStore;

/** Reads what the papers of a shipment say. Everything here is called within a unit of work. */
final class Deliveries {
    private static final Set<String> GERMAN_COUNTRIES = Set.of("DE", "AT", "CH", "LI", "LU");

    private final Ledger ledger;
    private final SalesOrderStore orders;
    private final PartyStore parties;
    private final SiteStore sites;
    private final LotStore lots;
    private final ItemStore items;
    private final UnitNestingStore units;
    private final Set<String> german;
    private final Set<String> english;

    Deliveries(
            Ledger ledger,
            SalesOrderStore orders,
            PartyStore parties,
            SiteStore sites,
            LotStore lots,
            ItemStore items,
            UnitNestingStore units,
            DeliveryConfig config) {
        this.ledger = ledger;
        this.orders = orders;
        this.parties = parties;
        this.sites = sites;
        this.lots = lots;
        this.items = items;
        this.units = units;
        german = Names.of(config.german_customers());
        english = Names.of(config.english_customers());
    }

    /** @return the shipment of that number that has left and was not reversed */
    Optional<TraceEvent> shipment(String number) {
        return InForce.of(ledger.byDocument(new DocumentReference(DocumentType.SHIPMENT, number))).stream()
                .map(recorded -> recorded.event())
                .filter(event -> event.type() == EventType.SHIP)
                .findFirst();
    }

    /** @return who received the goods; empty for an event that is no shipment, and for a party that nobody knows any more */
    Optional<Party> customer(TraceEvent event) {
        return event.type() != EventType.SHIP
                ? Optional.empty()
                : event.lines().stream()
                        .map(line -> line.to().place())
                        .filter(place -> place.kind() == PlaceKind.PARTY)
                        .findFirst()
                        .flatMap(place -> parties.find(new PartyId(place.code())));
    }

    /** @return the language of the customer: what was agreed, else that of the country */
    PaperLanguage language(Party customer) {
        if (german.contains(customer.id().value())) {
            return PaperLanguage.GERMAN;
        }
        boolean there = GERMAN_COUNTRIES.contains(customer.address().country().toUpperCase(Locale.ROOT));
        return there && !english.contains(customer.id().value()) ? PaperLanguage.GERMAN : PaperLanguage.ENGLISH;
    }

    /** @throws IllegalStateException if something that the shipment refers to is not known any more */
    Delivery of(TraceEvent shipment) {
        Site site = known(
                sites.find(shipment.context().site()),
                "site " + shipment.context().site());
        DocumentReference number = known(shipment.document(DocumentType.SHIPMENT), "number of " + shipment.id());
        DocumentReference order = known(shipment.document(DocumentType.SALES_ORDER), "order of " + number);
        Party customer = known(customer(shipment), "customer of " + number);
        // a shipment is reported also before anybody has told of its order
        SalesOrder ordered = orders.find(order.number())
                .orElseGet(() -> new SalesOrder(
                        order.number(),
                        customer.id(),
                        "",
                        site.id(),
                        shipment.context().localDate(),
                        List.of()));
        Map<LotKey, Lot> byKey = new HashMap<>();
        shipment.lines().stream().map(EventLine::lot).distinct().forEach(key -> lots.find(key)
                .ifPresent(lot -> byKey.put(key, lot)));
        Map<ItemNumber, Item> byNumber =
                items.withNumbers(byKey.keySet().stream().map(LotKey::item).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(Item::number, item -> item));
        Set<Sscc> containers = shipment.lines().stream()
                .flatMap(line -> line.to().container().stream())
                .collect(Collectors.toSet());
        return new Delivery(
                number.number(),
                shipment.context().localDate(),
                site,
                known(parties.find(site.company()), "company " + site.company()),
                customer,
                ordered,
                shipment.lines(),
                byKey,
                byNumber,
                containers.isEmpty() ? List.of() : units.tree(containers));
    }

    private static <T> T known(Optional<T> found, String what) {
        return found.orElseThrow(() -> new IllegalStateException(what + " is not known, so there is no paper"));
    }
}

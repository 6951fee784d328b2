package org.lottrace.recall.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.genealogy.Handover;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.partner.Party;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.recall.NoticeKind;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallClass;
import org.lottrace.api.recall.RecallDepth;
import org.lottrace.api.recall.RecallFact.NoticeQueued;
import org.lottrace.api.recall.RecallMode;
import org.lottrace.api.recall.RecallOpening;
import org.lottrace.api.recall.notice.RecallNotice;

/** Says to one consignee what 21 CFR 7.49(c)(1) asks for, and nothing else; or takes back what was said. */
final class NoticeWriter {
    private static final List<String> QUESTIONS = List.of(
            "How much of it do you still have?",
            "How much did you destroy, and what is the number of the certificate of destruction?",
            "How much did you sell or use?",
            "Did you tell those you passed it on to?");

    private static final List<String> NO_LONGER = List.of(
            "Our notice before named these goods. They are not affected by the recall.",
            "They need no longer be kept apart. If you told others about them, tell them this too.",
            "If you have destroyed them or sent them back, tell the contact below.");

    private final LedgerStore events;
    private final LotStore lots;
    private final ItemStore items;
    private final SiteStore sites;
    private final SalesOrderStore orders;

    NoticeWriter(LedgerStore events, LotStore lots, ItemStore items, SiteStore sites, SalesOrderStore orders) {
        this.events = events;
        this.lots = lots;
        this.items = items;
        this.sites = sites;
        this.orders = orders;
    }

    RecallNotice write(RecallCase recallCase, NoticeQueued queued, Party receiver, Instant queuedAt) {
        RecallOpening opening = recallCase.opening();
        boolean takesBack = queued.kind() == NoticeKind.RETRACTION;
        List<LotKey> lots = takesBack
                ? new NoticeHistory(recallCase)
                        .takenBack(queued).stream().sorted().toList()
                : recallCase.scopes().get(queued.scopeVersion() - 1).keys();
        return new RecallNotice(
                queued.key(),
                recallCase.id(),
                queued.kind(),
                takesBack ? "NOT AFFECTED: " + plainHeading(opening) : heading(opening),
                receiver,
                goods(lots, receiver),
                takesBack ? recallCase.scopes().get(queued.scopeVersion() - 1).reason() : opening.reason(),
                takesBack ? "" : opening.hazard(),
                takesBack ? NO_LONGER : instructions(opening, queued.key()),
                takesBack ? List.of() : QUESTIONS,
                opening.contact(),
                queuedAt);
    }

    /** 7.49(b): marked urgent for classes I and II. */
    static String heading(RecallOpening opening) {
        boolean urgent = Set.of(RecallClass.I, RecallClass.II).contains(opening.recallClass());
        return (urgent ? "URGENT: " : "") + plainHeading(opening);
    }

    private static String plainHeading(RecallOpening opening) {
        return opening.regime().product() + (opening.mode() == RecallMode.REAL ? " RECALL" : " WITHDRAWAL");
    }

    private static List<String> instructions(RecallOpening opening, String key) {
        List<String> instructions = new ArrayList<>();
        instructions.add("Stop selling, using and delivering these goods at once, and keep them apart.");
        instructions.add(opening.instructions());
        if (opening.depth() != RecallDepth.WHOLESALE) {
            instructions.add("Tell everybody you passed them on to, with the same content.");
        }
        instructions.add("Answer with the reference " + key + ", also when you have nothing left.");
        return instructions;
    }

    /** One line for each lot of each shipment, on however many pallets it was. */
    private List<RecallNotice.Goods> goods(List<LotKey> affected, Party receiver) {
        Map<List<Object>, List<Handover>> lines = events.handovers(affected).stream()
                .filter(handover -> handover.type() == EventType.SHIP)
                .filter(handover -> handover.party().equals(receiver.id()))
                .collect(Collectors.groupingBy(
                        handover -> List.of(Shipments.of(handover), handover.lot()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return lines.values().stream().map(this::goods).toList();
    }

    private RecallNotice.Goods goods(List<Handover> pallets) {
        Handover shipped = pallets.get(0);
        Item item = items.find(shipped.lot().item()).orElseThrow();
        Optional<Lot> lot = lots.find(shipped.lot());
        return new RecallNotice.Goods(
                Shipments.of(shipped),
                shipped.documents().stream()
                        .filter(document -> document.type() == DocumentType.SALES_ORDER)
                        .findFirst()
                        .flatMap(document -> orders.find(document.number()))
                        .map(SalesOrder::customerOrder)
                        .orElse(""),
                sites.find(shipped.site()).orElseThrow().calendar().day(shipped.at()),
                shipped.lot(),
                item.description(),
                item.gtin(),
                lot.flatMap(Lot::productionDate),
                lot.flatMap(Lot::expiry),
                pallets.stream().map(Handover::quantity).reduce(Quantity::plus).orElseThrow(),
                pallets.stream()
                        .map(Handover::position)
                        .distinct()
                        .flatMap(position -> serials(position, shipped))
                        .toList());
    }

    /** @return those of the pieces of the lot that left with the event there, to the same consignee */
    private Stream<String> serials(long position, Handover shipped) {
        return events.after(position - 1, 1).stream()
                .flatMap(recorded -> recorded.event().lines().stream())
                .filter(line -> line.lot().equals(shipped.lot()))
                .filter(line -> line.to().place().equals(Place.party(shipped.party())))
                .flatMap(line -> line.keyData().stream())
                .filter(datum -> datum.name().equals(KeyDataElement.SERIAL.word()))
                .map(datum -> datum.value().text());
    }
}

package org.lottrace.recall.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.edi.OutboundTransactionSet;
import org.lottrace.api.edi.WithheldInterchanges;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.store.DispositionStore;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.genealogy.Handover;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.api.recall.RecallFact.CancelledReservation;
import org.lottrace.api.recall.RecallMode;
import org.lottrace.api.recall.RecallPreview;
import org.lottrace.api.recall.ScopeCriteria;
import org.lottrace.api.recall.ScopeVersion;

/** What an opening would do, read as it stands: the same questions as {@link StockBlocking} asks, without its locks. */
final class Preview {
    private final ScopeFinder finder;
    private final AnnouncedLots announced;
    private final DispositionStore dispositions;
    private final Reservations reservations;
    private final WithheldInterchanges interchanges;
    private final Genealogy genealogy;
    private final LedgerStore events;
    private final PartyStore parties;

    Preview(
            ScopeFinder finder,
            AnnouncedLots announced,
            DispositionStore dispositions,
            Reservations reservations,
            WithheldInterchanges interchanges,
            Genealogy genealogy,
            LedgerStore events,
            PartyStore parties) {
        this.finder = finder;
        this.announced = announced;
        this.dispositions = dispositions;
        this.reservations = reservations;
        this.interchanges = interchanges;
        this.genealogy = genealogy;
        this.events = events;
        this.parties = parties;
    }

    Outcome<RecallPreview> of(RecallMode mode, ScopeCriteria criteria) {
        Findings findings = new Findings();
        finder.check(criteria, lot -> mode.isLive() && announced.contains(lot), findings);
        if (!findings.isEmpty()) {
            return new Outcome.Refused<>(findings.all());
        }
        ScopeVersion scope = finder.find(1, criteria, "");
        if (scope.lots().isEmpty()) {
            findings.add("NOTHING_AFFECTED", "rules", "no lot fits; check items, sites and dates");
            return new Outcome.Refused<>(findings.all());
        }
        List<LotKey> lots = scope.keys();
        List<LotKey> before = dispositions.of(lots).stream()
                .filter(lot -> lot.disposition() == Disposition.RECALLED)
                .map(LotDisposition::lot)
                .sorted()
                .toList();
        List<Handover> handovers = events.handovers(lots);
        boolean stops = mode.isLive();
        return new Outcome.Done<>(new RecallPreview(
                scope,
                before,
                genealogy.whereabouts(lots),
                stops ? reserved(lots, Set.copyOf(before)) : List.of(),
                stops ? waiting(handovers) : List.of(),
                reached(ConsigneeList.withoutCase(handovers))));
    }

    private List<CancelledReservation> reserved(List<LotKey> lots, Set<LotKey> before) {
        return reservations
                .ofLots(lots.stream().filter(lot -> !before.contains(lot)).toList())
                .stream()
                .map(reservation -> new CancelledReservation(
                        reservation.orderLine(),
                        reservation.lot(),
                        reservation.position().place(),
                        reservation.quantity()))
                .toList();
    }

    private List<DocumentReference> waiting(List<Handover> handovers) {
        List<Handover> shipped = handovers.stream()
                .filter(handover -> handover.type() == EventType.SHIP)
                .toList();
        Set<String> waiting = interchanges.waiting(
                OutboundTransactionSet.SHIP_NOTICE,
                shipped.stream().map(shipment -> shipment.event().value()).toList());
        return shipped.stream()
                .filter(shipment -> waiting.contains(shipment.event().value()))
                .map(Shipments::of)
                .distinct()
                .toList();
    }

    private List<RecallPreview.Reached> reached(ConsigneeList consignees) {
        Map<PartyId, Party> known =
                parties.find(consignees.parties()).stream().collect(Collectors.toMap(Party::id, Function.identity()));
        return consignees.parties().stream()
                .map(party -> reached(party, Optional.ofNullable(known.get(party)), consignees))
                .toList();
    }

    private static RecallPreview.Reached reached(PartyId id, Optional<Party> party, ConsigneeList consignees) {
        return new RecallPreview.Reached(
                id,
                party.map(Party::name).orElse(""),
                party.map(Party::email).orElse(""),
                party.map(Party::phone).orElse(""),
                consignees.lines(id).stream()
                        .map(line -> new RecallPreview.Received(
                                line.shipment(), line.lot(), line.shipped(), line.returned()))
                        .toList());
    }
}

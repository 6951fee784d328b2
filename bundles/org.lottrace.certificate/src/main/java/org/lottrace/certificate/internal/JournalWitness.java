package org.lottrace.certificate.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.certificate.Finding;
import org.lottrace.api.certificate.Finding.Witness;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * What the journal of the cost says each event did to a lot, against what the event says. INVENTORY follows the storage
 * locations and the roads between own sites, WORK_IN_PROCESS the production orders, entry by entry.
 */
final class JournalWitness {
    private static final Map<Account, Set<PlaceKind>> PLACES = Map.of(
            Account.INVENTORY, EnumSet.of(PlaceKind.LOCATION, PlaceKind.IN_TRANSIT),
            Account.WORK_IN_PROCESS, EnumSet.of(PlaceKind.PRODUCTION_ORDER));

    private final LotKey lot;
    private final Map<EventId, Map<PlaceKind, BigDecimal>> byEvents = new HashMap<>();

    JournalWitness(LotKey lot) {
        this.lot = lot;
    }

    void take(RecordedEvent recorded) {
        Map<PlaceKind, BigDecimal> change =
                byEvents.computeIfAbsent(recorded.event().id(), id -> new EnumMap<>(PlaceKind.class));
        for (EventLine line : recorded.event().lines()) {
            if (line.lot().equals(lot)) {
                change.merge(
                        line.from().place().kind(), line.quantity().amount().negate(), BigDecimal::add);
                change.merge(line.to().place().kind(), line.quantity().amount(), BigDecimal::add);
            }
        }
    }

    /** @param entries those of the lot whose events are taken */
    List<Finding> findings(List<JournalEntry> entries) {
        List<Finding> findings = new ArrayList<>();
        for (JournalEntry entry : entries) {
            PLACES.forEach((account, kinds) -> difference(entry, account, kinds).ifPresent(findings::add));
        }
        return findings;
    }

    private Optional<Finding> difference(JournalEntry entry, Account account, Set<PlaceKind> kinds) {
        List<Quantity> booked = entry.lines().stream()
                .filter(line -> line.account() == account && line.lot().equals(Optional.of(lot)))
                .flatMap(line -> line.quantity().stream())
                .toList();
        if (booked.isEmpty()) {
            return Optional.empty();
        }
        Map<PlaceKind, BigDecimal> change = byEvents.getOrDefault(entry.event(), Map.of());
        BigDecimal moved = kinds.stream()
                .map(kind -> change.getOrDefault(kind, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Quantity more = booked.stream()
                .reduce(Quantity::plus)
                .orElseThrow()
                .minus(new Quantity(moved, booked.get(0).unit()));
        return more.isZero()
                ? Optional.empty()
                : Optional.of(new Finding(
                        Witness.JOURNAL,
                        Optional.of(entry.ledgerPosition()),
                        Optional.of(lot),
                        Optional.of(more),
                        "journal entry " + entry.number() + " booked " + entry.type() + " " + entry.event() + " for "
                                + entry.document()
                                + (byEvents.containsKey(entry.event())
                                        ? " with another quantity on " + account
                                        : ", and the ledger has no such event of this lot")));
    }
}

package org.lottrace.persistence.internal.allocation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.allocation.store.LotAgeStore;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.persistence.internal.AnyOf;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.lot.LotRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Walks an index from its end and stops at the first row that counts, so the length of the ledger plays no part. */
@Component
public final class JpaLotAgeStore implements LotAgeStore {
    /** The rule of {@link org.lottrace.api.event.InForce}, of a line {@code p}. */
    private static final String IN_FORCE = " join TraceEventEntity e on e.ledgerPosition = p.id.ledgerPosition"
            + " where e.type <> :reverse and not exists (select 1 from TraceEventEntity r"
            + " where r.corrects = e.eventId and r.type = :reverse) and ";

    /** After everything that is recorded. */
    private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

    private final CurrentSession current;

    @Activate
    public JpaLotAgeStore(@Reference CurrentSession current) {
        this.current = current;
    }

    @Override
    public Map<LotKey, Instant> firstSeen(Collection<LotKey> lots) {
        Map<Long, LotKey> keys = LotRows.of(current, lots).keys();
        Map<LotKey, Instant> seen = new HashMap<>();
        Chunks.query(
                        keys.keySet(),
                        chunk -> current.call(session -> session.createSelectionQuery(
                                        "select l.id, (select p.effectiveAt from EventLineEntity p" + IN_FORCE
                                                + "p.lotId = l.id order by p.effectiveAt limit 1)"
                                                + " from LotEntity l where l.id = any_id(:lots, 0)",
                                        Object[].class)
                                .setParameter("lots", AnyOf.ids(chunk))
                                .setParameter("reverse", EventType.REVERSE)
                                .getResultList()))
                .stream()
                .filter(row -> row[1] != null)
                .forEach(row -> seen.put(keys.get((Long) row[0]), (Instant) row[1]));
        return seen;
    }

    @Override
    public Map<ItemNumber, LocalDate> latestExpiryShipped(
            PartyId customer, Collection<ItemNumber> items, Optional<Instant> until) {
        Map<ItemNumber, LocalDate> latest = new HashMap<>();
        List<String> numbers = items.stream().map(ItemNumber::value).distinct().toList();
        Chunks.query(
                        numbers,
                        chunk -> current.call(session -> session.createSelectionQuery(
                                        "select i.number, (select l.expiry from LotEntity l where l.item = i.number"
                                                + " and l.expiry is not null and exists (select 1 from EventLineEntity p"
                                                + IN_FORCE
                                                + "p.lotId = l.id and p.to.kind = :party and p.to.code = :customer"
                                                + " and e.type = :ship and p.effectiveAt <= :until) order by l.expiry desc limit 1)"
                                                + " from ItemEntity i where i.number = any_text(:items, 0)",
                                        Object[].class)
                                .setParameter("items", AnyOf.texts(chunk))
                                .setParameter("party", PlaceKind.PARTY)
                                .setParameter("customer", customer.value())
                                .setParameter("ship", EventType.SHIP)
                                .setParameter("until", until.orElse(EVER))
                                .setParameter("reverse", EventType.REVERSE)
                                .getResultList()))
                .stream()
                .filter(row -> row[1] != null)
                .forEach(row -> latest.put(new ItemNumber((String) row[0]), (LocalDate) row[1]));
        return latest;
    }
}

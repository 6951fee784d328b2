package org.lottrace.persistence.internal.allocation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.allocation.store.LotAgeStore;
import org.lottrace.api.allocation.store.MeasuredTemperatures;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataType;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.LotAttributes;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.persistence.internal.AnyOf;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.ledger.EventKeyDatumEntity;
import org.lottrace.persistence.internal.ledger.EventLotValueEntity;
import org.lottrace.persistence.internal.ledger.EventPartId;
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

    private static final List<String> TEMPERATURES = Stream.of(
                    KeyDataElement.TEMPERATURE, KeyDataElement.LOWEST_TEMPERATURE, KeyDataElement.HIGHEST_TEMPERATURE)
            .map(KeyDataElement::word)
            .toList();

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

    /** No event is read for it: the newest changes of the lots, and what they say. */
    @Override
    public Map<LotKey, List<KeyDatum>> attributes(Collection<LotKey> lots) {
        Map<Long, LotKey> keys = LotRows.of(current, lots).keys();
        Map<Long, Long> newest = new HashMap<>();
        Chunks.query(
                        keys.keySet(),
                        chunk -> current.call(session -> session.createSelectionQuery(
                                        "select p.lot.id, max(p.id.ledgerPosition) from EventLotChangeEntity p"
                                                + " where p.lot.id = any_id(:lots, 0) group by p.lot.id",
                                        Object[].class)
                                .setParameter("lots", AnyOf.ids(chunk))
                                .getResultList()))
                .forEach(row -> newest.put((Long) row[0], (Long) row[1]));
        Set<Long> positions = Set.copyOf(newest.values());
        Map<EventPartId, LotKey> changes = new HashMap<>();
        Chunks.query(
                        positions,
                        chunk -> current.call(session -> session.createSelectionQuery(
                                        "select p.lot.id, p.id from EventLotChangeEntity p"
                                                + " where p.id.ledgerPosition = any_id(:positions, 0)",
                                        Object[].class)
                                .setParameter("positions", AnyOf.ids(chunk))
                                .getResultList()))
                .forEach(row -> {
                    EventPartId change = (EventPartId) row[1];
                    if (Objects.equals(newest.get((Long) row[0]), change.ledgerPosition())) {
                        changes.put(change, keys.get((Long) row[0]));
                    }
                });
        Map<LotKey, List<KeyDatum>> known = new HashMap<>();
        Chunks.query(
                        positions,
                        chunk -> current.call(session -> session.createSelectionQuery(
                                        "select v from EventLotValueEntity v where v.after"
                                                + " and v.id.ledgerPosition = any_id(:positions, 0)"
                                                + " order by v.id.ledgerPosition, v.id.part",
                                        EventLotValueEntity.class)
                                .setParameter("positions", AnyOf.ids(chunk))
                                .getResultList()))
                .forEach(value -> Optional.ofNullable(changes.get(value.change()))
                        .ifPresent(lot -> known.computeIfAbsent(lot, none -> new ArrayList<>())
                                .add(value.datum())));
        known.replaceAll((lot, data) -> LotAttributes.of(data));
        return known;
    }

    /** What the lots' lines say, and what their events say of all lines: two statements, each by a key. */
    @Override
    public Map<LotKey, MeasuredTemperatures> temperatures(Collection<LotKey> lots) {
        Map<Long, LotKey> keys = LotRows.of(current, lots).keys();
        Map<Long, List<Object[]>> lines = Chunks.query(
                        keys.keySet(),
                        chunk -> current.call(session -> session.createSelectionQuery(
                                        "select p.id.ledgerPosition, p.id.part, p.lotId from EventLineEntity p"
                                                + IN_FORCE + "p.lotId = any_id(:lots, 0)",
                                        Object[].class)
                                .setParameter("lots", AnyOf.ids(chunk))
                                .setParameter("reverse", EventType.REVERSE)
                                .getResultList()))
                .stream()
                .collect(Collectors.groupingBy(line -> (Long) line[0]));
        Map<LotKey, MeasuredTemperatures> measured = new HashMap<>();
        for (Object[] said : said(lines.keySet())) {
            int part = (Integer) said[1];
            Quantity degrees = degrees((String) said[2]);
            lines.get((Long) said[0]).stream()
                    .filter(line -> part == EventKeyDatumEntity.OF_THE_EVENT || line[1].equals(part))
                    .forEach(line -> measured.merge(
                            keys.get((Long) line[2]),
                            new MeasuredTemperatures(degrees, degrees),
                            MeasuredTemperatures::and));
        }
        return measured;
    }

    private List<Object[]> said(Collection<Long> positions) {
        return Chunks.query(
                positions,
                chunk -> current.call(session -> session.createSelectionQuery(
                                "select d.id.ledgerPosition, d.linePart, d.datum.text from EventKeyDatumEntity d"
                                        + " where d.id.ledgerPosition = any_id(:positions, 0)"
                                        + " and d.datum.element = any_text(:temperatures, 0)",
                                Object[].class)
                        .setParameter("positions", AnyOf.ids(chunk))
                        .setParameter("temperatures", AnyOf.texts(TEMPERATURES))
                        .getResultList()));
    }

    private static Quantity degrees(String text) {
        return ((KeyDataValue.Amount) KeyDataValue.of(KeyDataType.QUANTITY, text)).quantity();
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

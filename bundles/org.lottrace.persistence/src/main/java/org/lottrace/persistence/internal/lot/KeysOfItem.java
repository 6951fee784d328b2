package org.lottrace.persistence.internal.lot;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotKey;

/**
 * Some of the lots of an item, each time a stretch of an index that begins with the item. Whether a lot moved is one look into
 * the lines of its events; written so that no plan reads all the lines instead.
 */
final class KeysOfItem {
    private final StatelessSession session;
    private final ItemNumber item;

    KeysOfItem(StatelessSession session, ItemNumber item) {
        this.session = session;
        this.item = item;
    }

    List<LotKey> notExpiredOn(LocalDate day) {
        return sorted(Stream.concat(
                keys(where(" and l.expiry >= :day").setParameter("day", day)), keys(where(" and l.expiry is null"))));
    }

    List<LotKey> made(Optional<SiteId> at, Optional<LocalDate> from, Optional<LocalDate> to) {
        SelectionQuery<Row> query =
                where(at.map(site -> " and l.madeAt = :site").orElse("")
                        + from.map(day -> " and l.productionDate >= :from").orElse("")
                        + to.map(day -> " and l.productionDate <= :to").orElse(""));
        at.ifPresent(site -> query.setParameter("site", site.value()));
        from.ifPresent(day -> query.setParameter("from", day));
        to.ifPresent(day -> query.setParameter("to", day));
        return sorted(keys(query));
    }

    List<LotKey> undatedMoved(Instant from, Instant to) {
        return sorted(Stream.concat(
                keys(moved("l.madeAt is null", from, to)),
                keys(moved("l.madeAt is not null and l.productionDate is null", from, to))));
    }

    List<LotKey> someMoved(Random random, int limit) {
        Ends ends = session.createSelectionQuery(
                        "select min(l.id), max(l.id) from LotEntity l where l.item = :item", Ends.class)
                .setParameter("item", item.value())
                .getSingleResult();
        if (ends.first() == null) {
            return List.of();
        }
        long start = random.nextLong(ends.first(), ends.last() + 1);
        List<Row> rows = new ArrayList<>(moved("l.id >= :start", start, limit));
        if (rows.size() < limit) {
            rows.addAll(moved("l.id < :start", start, limit - rows.size()));
        }
        return rows.stream().map(Row::key).toList();
    }

    private SelectionQuery<Row> moved(String which, Instant from, Instant to) {
        return where(" and " + which + " and (select max(p.effectiveAt) from EventLineEntity p"
                        + " where p.lotId = l.id and p.effectiveAt < :to) >= :from")
                .setParameter("from", from)
                .setParameter("to", to);
    }

    private List<Row> moved(String which, long start, int limit) {
        return where(" and " + which
                        + " and (select max(p.effectiveAt) from EventLineEntity p where p.lotId = l.id) is not null"
                        + " order by l.id")
                .setParameter("start", start)
                .setMaxResults(limit)
                .getResultList();
    }

    private SelectionQuery<Row> where(String and) {
        return session.createSelectionQuery(
                        "select l.issuer, l.item, l.number from LotEntity l where l.item = :item" + and, Row.class)
                .setParameter("item", item.value());
    }

    private static Stream<LotKey> keys(SelectionQuery<Row> query) {
        return query.getResultStream().map(Row::key);
    }

    private static List<LotKey> sorted(Stream<LotKey> keys) {
        return keys.sorted().toList();
    }

    record Ends(Long first, Long last) {}

    record Row(String issuer, String item, String number) {
        LotKey key() {
            return new LotKey(new PartyId(issuer), new ItemNumber(item), new LotNumber(number));
        }
    }
}

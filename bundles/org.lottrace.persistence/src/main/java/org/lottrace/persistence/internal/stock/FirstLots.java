package org.lottrace.persistence.internal.stock;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.WantedStock;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.transaction.StaleWriteException;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.Questions;
import org.lottrace.persistence.internal.RoundTrip.ArrayParameter;

/**
 * Which lots of a site are to be locked when those that expire first are wanted: looked up before the lock, so that the few are locked in
 * one order.
 */
final class FirstLots {
    /** How many lots of each item are looked at; what more are wanted of, all is read of. */
    private static final int FEW = 8;

    private static final String OF_SITE = "exists (select 1 from stock s where s.lot_id = l.id and s.site = ?)";
    private static final String ORDER = "l.expiry nulls last, l.issuer, l.lot_number";

    /** By the index, few of each item; H2 knows no lateral join. */
    private static final String POSTGRESQL = "select c.* from unnest(cast(? as varchar array)) w (item) join lateral"
            + " (select l.id, l.item, l.expiry from lot l where l.item = w.item and " + OF_SITE + " order by " + ORDER
            + " fetch first " + FEW + " rows only) c on true";

    private static final String H2 = "select c.id, c.item, c.expiry from (select l.id, l.item, l.expiry,"
            + " row_number() over (partition by l.item order by " + ORDER
            + ") place from lot l where l.item = any(?) and "
            + OF_SITE + ") c where c.place <= " + FEW;

    /** What is free of a lot; nothing of one that is stopped, and a part of it may be held besides. */
    private static final String FREE =
            "select s.lot_id, s.quantity from stock s where s.lot_id = any(?) and s.place_kind = 'LOCATION'"
                    + " and s.place_code = any(?) and not exists (select 1 from lot_disposition d where d.lot_id = s.lot_id"
                    + " and d.disposition <> 'SELLABLE') union all"
                    + " select r.lot_id, -r.quantity from reservation r where r.lot_id = any(?)";

    private static final String ALL = "select distinct s.lot_id from stock s where s.item = any(?) and s.site = ?";

    private final Set<Long> lots = new HashSet<>();
    /** Of items with more lots: those expire after this day. */
    private final Map<ItemNumber, LocalDate> lastDays = new HashMap<>();

    private final Map<String, List<Looked>> looked = new HashMap<>();
    private final Map<Long, BigDecimal> free = new HashMap<>();

    /** @param expiry null without one */
    private record Looked(long id, LocalDate expiry) {}

    private FirstLots() {}

    static FirstLots of(CurrentSession current, WantedStock wanted) {
        FirstLots first = new FirstLots();
        List<String> items =
                wanted.wanted().keySet().stream().map(ItemNumber::value).toList();
        first.look(current, items, wanted);
        List<String> whole =
                new ArrayList<>(wanted.whole().stream().map(ItemNumber::value).toList());
        wanted.wanted().forEach((item, quantity) -> {
            if (!first.covers(item, quantity.amount(), wanted.goodOn())) {
                whole.add(item.value());
            }
        });
        first.addAll(current, whole, wanted);
        return first;
    }

    /** @return the ids of those that are to be locked */
    Collection<Long> lots() {
        return lots;
    }

    Set<ItemNumber> withMore() {
        return lastDays.keySet();
    }

    /**
     * @param locked the lots under their lock
     * @throws StaleWriteException if one got a later day meanwhile, so that others may come before it
     */
    void requireSameDays(Collection<Lot> locked) {
        for (Lot lot : locked) {
            LocalDate last = lastDays.get(lot.key().item());
            if (last != null && lot.expiry().filter(day -> !day.isAfter(last)).isEmpty()) {
                throw new StaleWriteException(
                        "lot " + lot.key() + " got a later day while its lock was waited for", null);
            }
        }
    }

    private void look(CurrentSession current, List<String> items, WantedStock wanted) {
        Object places = ArrayParameter.texts(wanted.locations().stream()
                .map(location -> Place.location(wanted.site(), location).code())
                .toList());
        Chunks.query(
                items,
                chunk -> current.call(session -> {
                    Questions questions = new Questions();
                    questions
                            .ask(
                                    Questions.onPostgresql(session) ? POSTGRESQL : H2,
                                    this::lot,
                                    ArrayParameter.texts(chunk),
                                    wanted.site().value())
                            .send(session);
                    return List.of();
                }));
        Chunks.query(
                looked.values().stream().flatMap(List::stream).map(Looked::id).toList(),
                chunk -> current.call(session -> {
                    new Questions()
                            .ask(
                                    FREE,
                                    row -> free.merge(row.getLong(1), row.getBigDecimal(2), BigDecimal::add),
                                    ArrayParameter.ids(chunk),
                                    places,
                                    ArrayParameter.ids(chunk))
                            .send(session);
                    return List.of();
                }));
    }

    private void lot(ResultSet row) throws SQLException {
        looked.computeIfAbsent(row.getString(2), none -> new ArrayList<>())
                .add(new Looked(row.getLong(1), row.getObject(3, LocalDate.class)));
    }

    /**
     * Adds the lots that are wanted, day by day.
     *
     * @return false when others may be wanted
     */
    private boolean covers(ItemNumber item, BigDecimal quantity, LocalDate goodOn) {
        List<Looked> all = looked.getOrDefault(item.value(), List.of()).stream()
                .sorted(Comparator.comparing(Looked::expiry, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        boolean isAll = all.size() < FEW;
        BigDecimal missing = quantity;
        for (int i = 0; i < all.size(); i++) {
            Looked lot = all.get(i);
            boolean isNextDay =
                    i > 0 && !Objects.equals(lot.expiry(), all.get(i - 1).expiry());
            if (isNextDay && missing.signum() <= 0) {
                lastDays.put(item, all.get(i - 1).expiry());
                return true;
            }
            lots.add(lot.id());
            if (lot.expiry() == null || !lot.expiry().isBefore(goodOn)) {
                missing = missing.subtract(
                        free.getOrDefault(lot.id(), BigDecimal.ZERO).max(BigDecimal.ZERO));
            }
        }
        return isAll;
    }

    private void addAll(CurrentSession current, List<String> items, WantedStock wanted) {
        Chunks.query(
                items,
                chunk -> current.call(session -> {
                    new Questions()
                            .ask(
                                    ALL,
                                    row -> lots.add(row.getLong(1)),
                                    ArrayParameter.texts(chunk),
                                    wanted.site().value())
                            .send(session);
                    return List.of();
                }));
    }
}

package org.lottrace.persistence.internal.lot;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.seal.Sealed;
import org.lottrace.persistence.internal.seal.StagedSeals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaLotStore implements LotStore {
    private static final String BY_KEY = " order by issuer, item, number";

    private final CurrentSession current;

    @Activate
    public JpaLotStore(@Reference CurrentSession current) {
        this.current = current;
    }

    @Override
    public void insert(Lot... lots) {
        List<LotEntity> rows = Stream.of(lots).map(LotEntity::new).toList();
        if (!rows.isEmpty()) {
            current.required(() -> insert(rows));
        }
    }

    /** Ids first, so that what names the lots can be written together with them. */
    private boolean insert(List<LotEntity> rows) {
        List<Sealed> sealed = current.call(session -> {
            List<Long> ids = session.createNativeQuery(
                            "select nextval('surrogate_id') from unnest(cast(:each as varchar array)) as each(lot)",
                            Long.class)
                    .setParameter("each", new String[rows.size()])
                    .getResultList();
            for (int i = 0; i < rows.size(); i++) {
                rows.get(i).id = ids.get(i);
            }
            return StagedSeals.records(session, rows.toArray());
        });
        current.stage(StagedLots.class, StagedLots::new, staged -> staged.add(rows));
        StagedSeals.seal(current, sealed);
        rows.forEach(row -> KnownLots.inserted(current, row));
        return true;
    }

    @Override
    public void update(Lot lot) {
        LotEntity row = new LotEntity(lot);
        KnownLots.forget(current, lot.key());
        current.run(session -> {
            row.id = LotRows.of(current, List.of(lot.key())).get(lot.key()).id();
            session.update(row);
            StagedSeals.wrote(current, session, row);
        });
    }

    @Override
    public Optional<Lot> find(LotKey key) {
        return current.required(() -> KnownLots.find(current, key));
    }

    @Override
    public Set<LotKey> known(Collection<LotKey> keys) {
        return LotRows.of(current, keys).known();
    }

    @Override
    public List<Lot> withKeys(Collection<LotKey> keys) {
        return current.required(() -> KnownLots.withKeys(current, keys).stream()
                .sorted(Comparator.comparing(Lot::key))
                .toList());
    }

    @Override
    public Map<LotReference, List<Lot>> fitting(Collection<LotReference> references) {
        return current.required(() -> KnownLots.fitting(current, references));
    }

    /** Each of the two columns has an index; "or" would use none of them. */
    @Override
    public Map<LotNumber, List<Lot>> withNumbers(Collection<LotNumber> numbers) {
        return current.call(session -> {
            List<Lot> lots = Chunks.query(
                            Set.copyOf(numbers),
                            chunk -> lots(query(
                                            session,
                                            "select l from LotEntity l where l.number = any_text(:numbers, 0) union all"
                                                    + " select l from LotEntity l where l.corrected = any_text(:numbers, 0)")
                                    .setParameter(
                                            "numbers",
                                            chunk.stream().map(LotNumber::value).toArray(String[]::new))))
                    .stream()
                    .distinct()
                    .sorted(Comparator.comparing(Lot::key))
                    .toList();
            return numbers.stream().distinct().collect(Collectors.toMap(Function.identity(), number -> lots.stream()
                    .filter(lot -> lot.key().number().equals(number)
                            || lot.corrected().filter(number::equals).isPresent())
                    .toList()));
        });
    }

    /** Each stretch is one of the index. */
    @Override
    public List<Lot> ofItem(ItemNumber item, Optional<LotKey> after, int limit) {
        return current.call(session -> new LotsOfItem(session, item, limit)
                .after(after.flatMap(this::find)).stream()
                        .map(row -> KnownLots.learn(current, row))
                        .toList());
    }

    @Override
    public List<LotKey> issuedBy(PartyId issuer) {
        return current.call(session -> lots(query(session, "from LotEntity where issuer = :issuer" + BY_KEY)
                        .setParameter("issuer", issuer.value()))
                .stream()
                .map(Lot::key)
                .toList());
    }

    @Override
    public List<LotKey> notExpiredOn(LocalDate day, ItemNumber item) {
        return current.call(session -> new KeysOfItem(session, item).notExpiredOn(day));
    }

    @Override
    public List<LotKey> made(ItemNumber item, Optional<SiteId> at, Optional<LocalDate> from, Optional<LocalDate> to) {
        return current.call(session -> new KeysOfItem(session, item).made(at, from, to));
    }

    @Override
    public List<LotKey> undatedMoved(ItemNumber item, Instant from, Instant to) {
        return current.call(session -> new KeysOfItem(session, item).undatedMoved(from, to));
    }

    @Override
    public List<LotKey> someMoved(ItemNumber item, Random random, int limit) {
        return current.call(session -> new KeysOfItem(session, item).someMoved(random, limit));
    }

    @Override
    public List<Lot> after(Optional<LotKey> key, int limit) {
        return current.call(session -> key.isEmpty()
                ? lots(query(session, "from LotEntity" + BY_KEY).setMaxResults(limit))
                : after(session, key.get(), limit));
    }

    /** The rest of the item, then of the issuer, then the others: each is one stretch of the index. */
    private List<Lot> after(StatelessSession session, LotKey key, int limit) {
        List<Lot> page = new ArrayList<>(lots(
                query(session, "from LotEntity where issuer = :issuer and item = :item and number > :number" + BY_KEY)
                        .setParameter("issuer", key.issuer().value())
                        .setParameter("item", key.item().value())
                        .setParameter("number", key.number().value())
                        .setMaxResults(limit)));
        if (page.size() < limit) {
            page.addAll(lots(query(session, "from LotEntity where issuer = :issuer and item > :item" + BY_KEY)
                    .setParameter("issuer", key.issuer().value())
                    .setParameter("item", key.item().value())
                    .setMaxResults(limit - page.size())));
        }
        if (page.size() < limit) {
            page.addAll(lots(query(session, "from LotEntity where issuer > :issuer" + BY_KEY)
                    .setParameter("issuer", key.issuer().value())
                    .setMaxResults(limit - page.size())));
        }
        return page;
    }

    private static SelectionQuery<LotEntity> query(StatelessSession session, String hql) {
        return session.createSelectionQuery(hql, LotEntity.class);
    }

    private List<Lot> lots(SelectionQuery<LotEntity> query) {
        return query.getResultList().stream()
                .map(row -> KnownLots.learn(current, row))
                .toList();
    }
}

package org.lottrace.persistence.internal.seal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hibernate.StatelessSession;
import org.hibernate.jdbc.ReturningWork;
import org.lottrace.api.event.ChainAnchor;
import org.lottrace.api.seal.Tampering;
import org.lottrace.api.seal.store.ChainedSeal;
import org.lottrace.api.seal.store.Seal;
import org.lottrace.api.seal.store.SealStore;
import org.lottrace.api.transaction.StaleWriteException;
import org.lottrace.persistence.internal.AnyOf;
import org.lottrace.persistence.internal.CurrentSession;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaSealStore implements SealStore {
    private static final String PLACED = """
            merge into seal s using (select * from unnest(cast(:ids as bigint array), cast(:positions as bigint array),
                cast(:hashes as varchar array)) u (id, chain_position, chain_hash)) u on s.id = u.id
            when matched and s.chain_position is null then update set chain_position = u.chain_position, chain_hash = u.chain_hash
            """;

    private static final String SEALED_EVENTS = "seal.event";

    private final CurrentSession current;

    @Activate
    public JpaSealStore(@Reference CurrentSession current) {
        this.current = current;
    }

    @Override
    public List<Seal> unchained(long after, int most) {
        return current.call(session -> session.createSelectionQuery(
                        "from SealEntity where chainPosition is null and id > :after order by chainPosition, id",
                        SealEntity.class)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultStream()
                .map(SealEntity::toSeal)
                .toList());
    }

    /** How far events are sealed is a number of its own: whoever moves it on seals them, nobody else. */
    @Override
    public void sealEvents(long after, long upTo) {
        current.run(session -> {
            if (isMovedOn(session, after, upTo)) {
                session.createSelectionQuery(
                                "select ledgerPosition, eventId, dispositions from TraceEventEntity"
                                        + " where ledgerPosition > :after and ledgerPosition <= :upTo",
                                SealedEvent.class)
                        .setParameter("after", after)
                        .setParameter("upTo", upTo)
                        .getResultStream()
                        .forEach(this::seal);
            }
        });
    }

    private boolean isMovedOn(StatelessSession session, long after, long upTo) {
        current.insertUnlessPresent(any -> any.createMutationQuery(
                        "insert into NumberSequenceEntity (name, lastNumber) values (:name, 0) on conflict do nothing")
                .setParameter("name", SEALED_EVENTS));
        return session.createMutationQuery("update NumberSequenceEntity set lastNumber = :upTo"
                                + " where name = :name and lastNumber = :after")
                        .setParameter("upTo", upTo)
                        .setParameter("name", SEALED_EVENTS)
                        .setParameter("after", after)
                        .executeUpdate()
                == 1;
    }

    private void seal(SealedEvent event) {
        current.wrote(SealedRecord.EVENT, RecordKey.of(event.position()));
        if (event.dispositions() > 0) {
            current.wrote(SealedRecord.EVENT_DISPOSITIONS, RecordKey.of(event.id()));
        }
    }

    /** @param dispositions how many it sets */
    record SealedEvent(long position, String id, int dispositions) {}

    @Override
    public long lastSealedEvent() {
        return current.call(session -> session.createSelectionQuery(
                        "select lastNumber from NumberSequenceEntity where name = :name", Long.class)
                .setParameter("name", SEALED_EVENTS)
                .uniqueResultOptional()
                .orElse(0L));
    }

    @Override
    public void chain(List<ChainedSeal> seals) {
        int placed = current.call(session -> session.createNativeMutationQuery(PLACED)
                .setParameter(
                        "ids",
                        AnyOf.ids(seals.stream().map(seal -> seal.seal().id()).toList()))
                .setParameter(
                        "positions",
                        AnyOf.ids(seals.stream().map(ChainedSeal::position).toList()))
                .setParameter(
                        "hashes",
                        AnyOf.texts(seals.stream().map(ChainedSeal::hash).toList()))
                .executeUpdate());
        if (placed < seals.size()) {
            throw new StaleWriteException(
                    "another node gave places to " + (seals.size() - placed) + " of these seals; repeat it", null);
        }
    }

    @Override
    public Optional<ChainedSeal> last() {
        return current.call(session -> session.createSelectionQuery(
                        "from SealEntity where chainPosition > 0 order by chainPosition desc", SealEntity.class)
                .setMaxResults(1)
                .getResultStream()
                .map(SealEntity::toChained)
                .findFirst());
    }

    @Override
    public List<ChainedSeal> after(long position, int most) {
        return current.call(session -> session.createSelectionQuery(
                        "from SealEntity where chainPosition > :position order by chainPosition", SealEntity.class)
                .setParameter("position", position)
                .setMaxResults(most)
                .getResultStream()
                .map(SealEntity::toChained)
                .toList());
    }

    @Override
    public List<ChainAnchor> without(String chain, int most) {
        return current.call(session -> session.createSelectionQuery(
                        "select new org.lottrace.api.event.ChainAnchor(a.chain, a.length, a.hash) from EventAnchorEntity a"
                                + " where a.chain = :chain and a.length > 0 and not exists (select 1 from SealEntity s"
                                + " where s.chainPosition = a.length and s.chainHash = a.hash) order by a.id.ledgerPosition",
                        ChainAnchor.class)
                .setParameter("chain", chain)
                .setMaxResults(most)
                .getResultList());
    }

    @Override
    public Compared compare(long afterId, int seals) {
        return current.call(session -> {
            List<SealEntity> page = session.createSelectionQuery(
                            "from SealEntity where id > :after order by id", SealEntity.class)
                    .setParameter("after", afterId)
                    .setMaxResults(seals)
                    .getResultList();
            return new Compared(
                    page.stream().map(seal -> seal.id).reduce((first, last) -> last),
                    doing(session, connection -> compared(connection, page)));
        });
    }

    private static List<Tampering> compared(Connection connection, List<SealEntity> page) throws SQLException {
        SealCheck check = new SealCheck(connection);
        Set<Long> newest = check.newest(page);
        Map<SealedRecord, SortedMap<RecordKey, SealEntity>> records = new EnumMap<>(SealedRecord.class);
        List<Tampering> found = new ArrayList<>();
        for (SealEntity seal : page) {
            if (seal.record().isEmpty()) {
                found.add(seal.unknown());
            } else if (newest.contains(seal.id)) {
                records.computeIfAbsent(seal.record().get(), none -> new TreeMap<>())
                        .put(seal.key(), seal);
            }
        }
        for (Map.Entry<SealedRecord, SortedMap<RecordKey, SealEntity>> some : records.entrySet()) {
            found.addAll(check.compare(some.getKey(), some.getValue()));
        }
        return found;
    }

    @Override
    public List<Tampering> unsealed(int most) {
        return current.call(session -> doing(session, connection -> {
            RecordReader reader = new RecordReader(connection);
            List<Tampering> found = new ArrayList<>();
            for (SealedRecord record : SealedRecord.atOnce()) {
                reader.unsealed(record).stream()
                        .limit(most - found.size())
                        .map(key -> new Tampering(
                                record.tables().get(0).name(),
                                key.toString(),
                                Optional.empty(),
                                "LotTrace has not written this row, or its seal was removed"))
                        .forEach(found::add);
            }
            return found;
        }));
    }

    @Override
    public List<Tampering> notDerived(int most) {
        return current.call(session -> doing(session, connection -> new Derived(connection).differences(most)));
    }

    private static <T> T doing(StatelessSession session, ReturningWork<T> work) {
        return session.doReturningWork(work);
    }
}

package org.lottrace.persistence.internal.order;

import java.util.List;
import java.util.Optional;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.movement.store.ExpectedReceiptStore;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.persistence.internal.Batch;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.UnitMemory.Kind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaExpectedReceiptStore implements ExpectedReceiptStore {
    private static final Kind<ShipNoticeId, Long> IDS = Kind.ofTheUnit();

    private final CurrentSession current;

    @Activate
    public JpaExpectedReceiptStore(@Reference CurrentSession current) {
        this.current = current;
    }

    @Override
    public void insert(ExpectedReceipt receipt) {
        current.run(session -> Batch.send(session, batch -> batch.insert(new ExpectedReceiptEntity(receipt))));
    }

    @Override
    public void save(ExpectedReceipt receipt) {
        current.run(session -> {
            ExpectedReceiptEntity row = new ExpectedReceiptEntity(receipt);
            Optional<Long> id = id(session, receipt.notice().id());
            if (id.isEmpty()) {
                Batch.send(session, batch -> batch.insert(row));
            } else {
                row.id = id.get();
                Batch.send(session, batch -> batch.update(row));
            }
        });
    }

    @Override
    public Optional<ExpectedReceipt> find(ShipNoticeId id) {
        return current.call(session -> id(session, id)
                .map(key -> session.get(ExpectedReceiptEntity.class, key))
                .map(ExpectedReceiptEntity::toReceipt));
    }

    /** The row is locked before its lines are read, so that they are those of the last commit. */
    @Override
    public Optional<ExpectedReceipt> lock(ShipNoticeId id) {
        return current.locking(session -> id(session, id)
                .map(key -> session.get(ExpectedReceiptEntity.class, key, LockMode.PESSIMISTIC_WRITE))
                .map(ExpectedReceiptEntity::toReceipt));
    }

    @Override
    public List<ExpectedReceipt> open() {
        return current.call(session -> session.createSelectionQuery(
                        "from ExpectedReceiptEntity where open order by shipDate, sender, noticeNumber",
                        ExpectedReceiptEntity.class)
                .getResultStream()
                .map(ExpectedReceiptEntity::toReceipt)
                .toList());
    }

    private Optional<Long> id(StatelessSession session, ShipNoticeId id) {
        Optional<Long> known = current.memory().find(IDS, id);
        if (known.isPresent()) {
            return known;
        }
        Optional<Long> stored = readId(session, id);
        stored.ifPresent(key -> current.memory().learn(IDS, id, key));
        return stored;
    }

    private static Optional<Long> readId(StatelessSession session, ShipNoticeId id) {
        return session.createSelectionQuery(
                        "select id from ExpectedReceiptEntity where sender = :sender and noticeNumber = :number",
                        Long.class)
                .setParameter("sender", id.sender().value())
                .setParameter("number", id.number())
                .uniqueResultOptional();
    }
}

package org.lottrace.persistence.internal.order;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.movement.store.ExpectedReceiptStore;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.persistence.internal.AnyOf;
import org.lottrace.persistence.internal.Batch;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.UnitMemory.Kind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaExpectedReceiptStore implements ExpectedReceiptStore {
    private static final Kind<ShipNoticeId, Long> IDS = Kind.ofTheUnit();
    private static final String OPEN = "from ExpectedReceiptEntity where open";
    private static final String IN_ORDER = " order by shipDate, sender, noticeNumber";

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
        return current.call(
                session -> receipts(session.createSelectionQuery(OPEN + IN_ORDER, ExpectedReceiptEntity.class)));
    }

    /** Every combination of item and number: never fewer than the lots, seldom more. */
    @Override
    public List<ExpectedReceipt> openOf(Collection<LotKey> lots) {
        Set<LotKey> wanted = Set.copyOf(lots);
        return openWith("l.item = any_text(:items) and l.lotNumber = any_text(:numbers)", query -> query.setParameter(
                                "items", texts(lots, lot -> lot.item().value()))
                        .setParameter("numbers", texts(lots, lot -> lot.number().value())))
                .stream()
                .filter(receipt -> receipt.lines().stream()
                        .anyMatch(line -> wanted.contains(line.lot().key())))
                .toList();
    }

    @Override
    public List<ExpectedReceipt> openOf(ItemNumber item) {
        return openWith("l.item = :item", query -> query.setParameter("item", item.value()));
    }

    @Override
    public List<ExpectedReceipt> openIn(Sscc container) {
        return openWith("l.container = :container", query -> query.setParameter("container", container.value()));
    }

    private List<ExpectedReceipt> openWith(String line, UnaryOperator<SelectionQuery<Long>> parameters) {
        return current.call(session -> {
            List<Long> ids = parameters
                    .apply(session.createSelectionQuery(
                            "select distinct r.id from ExpectedReceiptEntity r join r.lines l where r.open and " + line,
                            Long.class))
                    .getResultList();
            return ids.isEmpty()
                    ? List.of()
                    : receipts(session.createSelectionQuery(
                                    OPEN + " and id = any_id(:ids)" + IN_ORDER, ExpectedReceiptEntity.class)
                            .setParameter("ids", AnyOf.ids(ids)));
        });
    }

    private static List<ExpectedReceipt> receipts(SelectionQuery<ExpectedReceiptEntity> query) {
        return query.getResultStream().map(ExpectedReceiptEntity::toReceipt).toList();
    }

    private static String[] texts(Collection<LotKey> lots, Function<LotKey, String> part) {
        return AnyOf.texts(lots.stream().map(part).distinct().toList());
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

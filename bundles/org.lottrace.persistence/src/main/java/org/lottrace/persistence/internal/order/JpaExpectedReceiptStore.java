package org.lottrace.persistence.internal.order;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.movement.store.ExpectedReceiptStore;
import org.lottrace.api.partner.LongList;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.persistence.internal.AnyOf;
import org.lottrace.persistence.internal.Batch;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.UnitMemory.Kind;
import org.lottrace.persistence.internal.seal.LongSeals;
import org.lottrace.persistence.internal.seal.StagedSeals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaExpectedReceiptStore implements ExpectedReceiptStore {
    private static final Kind<ShipNoticeId, Long> IDS = Kind.ofTheUnit();
    private static final Kind<ShipNoticeId, ExpectedReceipt> LOCKED = Kind.ofTheUnit();

    /** As far as a date of four digits goes. */
    private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);

    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    private final CurrentSession current;

    @Activate
    public JpaExpectedReceiptStore(@Reference CurrentSession current) {
        this.current = current;
    }

    @Override
    public void insert(ExpectedReceipt receipt) {
        current.run(session -> insert(session, new ExpectedReceiptEntity(receipt)));
    }

    /** Of what is locked and has only been received, only the lines are written of which something has come. */
    @Override
    public void save(ExpectedReceipt receipt) {
        ShipNoticeId notice = receipt.notice().id();
        Optional<ExpectedReceipt> before =
                current.memory().find(LOCKED, notice).filter(locked -> ReceivedLines.isAllThatChanged(locked, receipt));
        current.memory().forget(LOCKED, notice);
        before.ifPresentOrElse(
                locked -> new ReceivedLines(
                                current, current.memory().find(IDS, notice).orElseThrow())
                        .write(locked, receipt),
                () -> current.run(session -> saveAll(session, receipt)));
    }

    private void insert(StatelessSession session, ExpectedReceiptEntity row) {
        Batch.send(session, batch -> batch.insert(row));
        seal(session, row);
    }

    private void seal(StatelessSession session, ExpectedReceiptEntity row) {
        if (row.lines instanceof LongList) {
            LongSeals.write(session, row, row.id, row.lines.size());
        } else {
            StagedSeals.wrote(current, session, row);
        }
    }

    private void saveAll(StatelessSession session, ExpectedReceipt receipt) {
        ExpectedReceiptEntity row = new ExpectedReceiptEntity(receipt);
        Optional<Long> id = id(session, receipt.notice().id());
        if (id.isEmpty()) {
            insert(session, row);
        } else {
            row.id = id.get();
            Batch.send(session, batch -> batch.update(row));
            seal(session, row);
        }
    }

    @Override
    public Optional<ExpectedReceipt> find(ShipNoticeId id) {
        return current.call(session -> row(session, id).uniqueResultOptional().map(this::receipt));
    }

    @Override
    public Optional<ExpectedReceipt> lock(ShipNoticeId id) {
        return NoticeUnderLock.lock(current, id).map(this::receipt).map(this::locked);
    }

    @Override
    public Optional<ExpectedReceipt> lockInParts(ShipNoticeId id) {
        return NoticeInParts.lock(current, id);
    }

    private static SelectionQuery<ExpectedReceiptEntity> row(StatelessSession session, ShipNoticeId id) {
        return session.createSelectionQuery(
                        "from ExpectedReceiptEntity where sender = :sender and noticeNumber = :number",
                        ExpectedReceiptEntity.class)
                .setParameter("sender", id.sender().value())
                .setParameter("number", id.number());
    }

    private ExpectedReceipt receipt(ExpectedReceiptEntity row) {
        ExpectedReceipt receipt = row.toReceipt();
        current.memory().learn(IDS, receipt.notice().id(), row.id);
        return receipt;
    }

    private ExpectedReceipt locked(ExpectedReceipt receipt) {
        current.memory().learn(LOCKED, receipt.notice().id(), receipt);
        return receipt;
    }

    @Override
    public List<ExpectedReceipt> open(Optional<ShipNoticeId> after, int limit) {
        return current.call(session -> {
            Optional<ExpectedReceiptEntity> last = after.map(notice -> row(session, notice)
                    .uniqueResultOptional()
                    .orElseThrow(() -> new IllegalArgumentException("there is no ship notice " + notice)));
            return receipts(session, new OpenReceipts(session, limit).after(last));
        });
    }

    @Override
    public List<ExpectedReceipt> ofSender(PartyId sender, Optional<ShipNoticeId> after, int limit) {
        return ofSender(sender, EARLIEST, LATEST, after, limit);
    }

    @Override
    public List<PartyId> senders(LocalDate from, LocalDate through, Optional<PartyId> after, int limit) {
        return current.call(session -> session.createSelectionQuery(
                        "select distinct sender from ExpectedReceiptEntity where sender > :after"
                                + " and shipDate >= :from and shipDate <= :through order by sender",
                        String.class)
                .setParameter("after", after.map(PartyId::value).orElse(""))
                .setParameter("from", from)
                .setParameter("through", through)
                .setMaxResults(limit)
                .getResultStream()
                .map(PartyId::new)
                .toList());
    }

    @Override
    public List<ExpectedReceipt> ofSender(
            PartyId sender, LocalDate from, LocalDate through, Optional<ShipNoticeId> after, int limit) {
        return current.call(session -> {
            List<Long> ids = new NoticesOfSender(session, sender, from, through, limit)
                    .after(after.map(notice -> row(session, notice)
                            .uniqueResultOptional()
                            .filter(last -> last.sender.equals(sender.value()))
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "there is no ship notice " + notice + " of " + sender))));
            return ids.isEmpty()
                    ? List.of()
                    : session
                            .createSelectionQuery(
                                    "from ExpectedReceiptEntity where id = any_id(:ids, 0)"
                                            + " order by shipDate desc, noticeNumber",
                                    ExpectedReceiptEntity.class)
                            .setParameter("ids", AnyOf.ids(ids))
                            .getResultList()
                            .stream()
                            .map(ExpectedReceiptEntity::toReceipt)
                            .toList();
        });
    }

    /** Every combination of item and number: never fewer than the lots, seldom more. */
    @Override
    public List<ExpectedReceipt> openOf(Collection<LotKey> lots) {
        Set<LotKey> wanted = Set.copyOf(lots);
        return openWith(
                        "l.item = any_text(:items, 0) and l.lotNumber = any_text(:numbers, 0)",
                        query -> query.setParameter(
                                        "items", texts(lots, lot -> lot.item().value()))
                                .setParameter("numbers", texts(lots, lot -> lot.number()
                                        .value())))
                .stream()
                .filter(receipt -> receipt.lines().stream().anyMatch(line -> line.lot()
                        .map(Lot::key)
                        .filter(wanted::contains)
                        .isPresent()))
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
            return receipts(session, ids);
        });
    }

    /** Their lines are read with the same condition, which must not be a limit; read as a stream, each would ask for its own. */
    private static List<ExpectedReceipt> receipts(StatelessSession session, List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : session
                        .createSelectionQuery(
                                "from ExpectedReceiptEntity where open and id = any_id(:ids, 0)"
                                        + " order by shipDate, sender, noticeNumber",
                                ExpectedReceiptEntity.class)
                        .setParameter("ids", AnyOf.ids(ids))
                        .getResultList()
                        .stream()
                        .map(ExpectedReceiptEntity::toReceipt)
                        .toList();
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

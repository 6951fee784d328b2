package org.lottrace.cost.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.lottrace.api.cost.CostSource;
import org.lottrace.api.cost.CostingBehindException;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.CostingStoppedException;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.ShipmentCogs;
import org.lottrace.api.cost.WaitingCost;
import org.lottrace.api.cost.store.CostStore;
import org.lottrace.api.cost.store.CostWaitingStore;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.FollowerFailure;
import org.lottrace.api.event.FollowerState;
import org.lottrace.api.event.FollowerStatus;
import org.lottrace.api.event.LedgerFollowers;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.WrongQuestionException;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers from the books, after they have caught up with the ledger. */
@Component
public final class LotCostingService implements LotCosting {
    static final String PID = "org.lottrace.cost";

    private static final int MOST_ROWS = 1_001;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final UnitOfWork unitOfWork;
    private final LedgerStore ledger;
    private final CostStore costs;
    private final Books books;
    private final LedgerFollowers followers;
    private final Untouched untouched;
    private final Unbooked unbooked;
    private final String booking;

    @Activate
    public LotCostingService(
            @Reference UnitOfWork unitOfWork,
            @Reference LedgerStore ledger,
            @Reference CostStore costs,
            @Reference CostWaitingStore waiting,
            @Reference LedgerFollowers followers,
            @Reference LedgerBooking booking) {
        this.unitOfWork = unitOfWork;
        this.ledger = ledger;
        this.costs = costs;
        this.books = new StoredBooks(costs, ledger);
        this.followers = followers;
        this.untouched = new Untouched(ledger);
        this.unbooked = new Unbooked(waiting, ledger);
        this.booking = booking.name();
    }

    @Override
    public Optional<LotCost> costOf(LotKey lot) {
        return about(lot, () -> costs.of(List.of(lot)).stream().findFirst());
    }

    @Override
    public List<CostSource> sourcesOf(LotKey lot) {
        return about(lot, () -> SourceTree.of(lot, books));
    }

    @Override
    public Optional<ShipmentCogs> cogs(String shipment) {
        DocumentReference document = new DocumentReference(DocumentType.SHIPMENT, shipment);
        return about(document, () -> CogsReport.of(document, books.ofDocument(document)));
    }

    @Override
    public List<JournalEntry> journal(DocumentReference document) {
        return about(document, () -> books.ofDocument(document));
    }

    @Override
    public List<JournalEntry> journal(LocalDate from, LocalDate to, long after, int limit) {
        return upToDate(() -> costs.between(from, to, after, limit));
    }

    @Override
    public List<JournalEntry> journal(long after, int limit) {
        return upToDate(() -> costs.after(after, limit));
    }

    @Override
    public List<LotCost> inventory(Optional<LotKey> after, int limit) {
        return upToDate(() -> costs.inventory(after, limit));
    }

    @Override
    public Optional<Money> inventoryValue() {
        return upToDate(costs::inventoryValue);
    }

    @Override
    public CostingProgress progress() {
        FollowerStatus status = followers.catchUp(booking, PATIENCE);
        return unitOfWork.required(() -> new CostingProgress(
                status.position(),
                status.head(),
                problem(status).<RuntimeException>or(unbooked::first).map(RuntimeException::getMessage),
                unbooked.store().waiting(),
                ledger.after(status.position() - 1, 1).stream()
                        .filter(event -> event.position() == status.position())
                        .map(event -> event.event().context().accountingDate())
                        .findFirst()));
    }

    @Override
    public List<WaitingCost> waiting(long after, int limit) {
        if (limit < 1 || limit > MOST_ROWS) {
            throw new WrongQuestionException("a limit is 1 to " + MOST_ROWS + ", not " + limit);
        }
        return upToDate(() -> unbooked.page(after, limit));
    }

    private <T> T upToDate(Supplier<T> query) {
        return upToDate(position -> false, query);
    }

    private <T> T about(LotKey lot, Supplier<T> query) {
        return upToDate(position -> untouched.is(lot, position), () -> unlessWaiting(unbooked.of(lot), query));
    }

    private <T> T about(DocumentReference document, Supplier<T> query) {
        return upToDate(
                position -> untouched.is(document, position), () -> unlessWaiting(unbooked.of(document), query));
    }

    private static <T> T unlessWaiting(Optional<CostingStoppedException> waits, Supplier<T> query) {
        waits.ifPresent(LotCostingService::refuse);
        return query.get();
    }

    /**
     * Books that had to stop answer what was finished before.
     *
     * <p>Looks once more after the answer: a rebuild that began meanwhile has taken away some of it.
     *
     * @param isUntouched whether no event from that position of the ledger on can change the answer
     */
    private <T> T upToDate(LongPredicate isUntouched, Supplier<T> query) {
        problem(followers.catchUp(booking, PATIENCE))
                .filter(problem -> !(problem instanceof CostingStoppedException stopped)
                        || !unitOfWork.required(() -> isUntouched.test(stopped.ledgerPosition())))
                .ifPresent(LotCostingService::refuse);
        T answer = unitOfWork.required(query);
        FollowerStatus after = followers.status(booking);
        if (after.state() == FollowerState.REBUILDING) {
            refuse(behind(after));
        }
        return answer;
    }

    private Optional<RuntimeException> problem(FollowerStatus status) {
        if (status.state() == FollowerState.REBUILDING) {
            return Optional.of(behind(status));
        }
        if (status.lag() == 0) {
            return Optional.empty();
        }
        return Optional.of(status.failure()
                .filter(failure -> failure.position() > 0)
                .<RuntimeException>map(this::stopped)
                .orElseGet(() -> behind(status)));
    }

    private CostingStoppedException stopped(FollowerFailure failure) {
        return unitOfWork.required(() -> ledger.after(failure.position() - 1, 1)).stream()
                .findFirst()
                .map(event -> new CostingStoppedException(event.event().id(), failure.position(), failure.reason()))
                .orElseThrow();
    }

    private static CostingBehindException behind(FollowerStatus status) {
        return new CostingBehindException(status.state() == FollowerState.REBUILDING, status.position(), status.head());
    }

    private static void refuse(RuntimeException problem) {
        throw problem;
    }
}

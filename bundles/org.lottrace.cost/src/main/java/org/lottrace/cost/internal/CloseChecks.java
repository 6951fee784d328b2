package org.lottrace.cost.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CloseCheck;
import org.lottrace.api.cost.CloseRow;
import org.lottrace.api.cost.CostingBehindException;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.UninvoicedReceipt;
import org.lottrace.api.cost.store.CostStore;
import org.lottrace.api.cost.store.CostWaitingStore;
import org.lottrace.api.cost.store.KeptWaiting;
import org.lottrace.api.cost.store.PeriodStore;
import org.lottrace.api.cost.store.PeriodStore.LotTotals;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.LedgerStore;

/** What is looked at before a period is locked. */
final class CloseChecks {
    /** Others may book while two sums are read. */
    private static final int TRIES = 100;

    private final CostStore costs;
    private final PeriodStore periods;
    private final LedgerStore ledger;
    private final CostWaitingStore waiting;
    private final BooksCurrency books;
    private final PeriodFigures figures;

    CloseChecks(
            CostStore costs,
            PeriodStore periods,
            LedgerStore ledger,
            CostWaitingStore waiting,
            BooksCurrency books,
            PeriodFigures figures) {
        this.costs = costs;
        this.periods = periods;
        this.ledger = ledger;
        this.waiting = waiting;
        this.books = books;
        this.figures = figures;
    }

    CloseCheck check(CloseCheck.Kind kind, LocalDate day, CostingProgress progress) {
        List<CloseRow> rows = rows(kind, day, progress, 0, CloseCheck.MOST);
        Optional<Money> amount =
                rows.stream().flatMap(row -> row.amount().stream()).reduce(Money::plus);
        return new CloseCheck(kind, rows.size(), amount);
    }

    List<CloseRow> rows(CloseCheck.Kind kind, LocalDate day, CostingProgress progress, int skip, int limit) {
        return switch (kind) {
            case UNPOSTED -> page(unposted(day, progress, skip + limit), skip, limit);
            case LOTS_DIFFER -> page(differences(), skip, limit);
            case WORK_IN_PROCESS -> periods.inProcess(day, skip, limit);
            case UNINVOICED ->
                periods.uninvoiced(day, skip, limit).stream()
                        .map(CloseChecks::row)
                        .toList();
            case UNEXPLAINED -> periods.unexplained(day, skip, limit);
        };
    }

    private static List<CloseRow> page(List<CloseRow> rows, int skip, int limit) {
        return rows.stream().skip(skip).limit(limit).toList();
    }

    private static CloseRow row(UninvoicedReceipt receipt) {
        return new CloseRow(
                receipt.orderLine().map(OrderLineReference::order),
                Optional.empty(),
                only(receipt).map(UninvoicedReceipt.Part::lot),
                only(receipt).map(UninvoicedReceipt.Part::quantity),
                Optional.of(receipt.amount()),
                Optional.of(receipt.since()),
                receipt.supplier().map(Object::toString).orElse(""));
    }

    private static Optional<UninvoicedReceipt.Part> only(UninvoicedReceipt receipt) {
        return receipt.lots().size() == 1 ? Optional.of(receipt.lots().get(0)) : Optional.empty();
    }

    /** Those of these books that wait, each with its reason; then those that the books have not come to: the first says why. */
    private List<CloseRow> unposted(LocalDate day, CostingProgress progress, int most) {
        List<CloseRow> rows = new ArrayList<>(waiting(day));
        long position = progress.booked();
        while (rows.size() < most && position < progress.head()) {
            List<RecordedEvent> page = ledger.after(position, LedgerStore.PAGE);
            if (page.isEmpty()) {
                break;
            }
            for (RecordedEvent event : page) {
                if (!event.event().context().accountingDate().isAfter(day)) {
                    boolean isFirst = event.position() == progress.booked() + 1;
                    rows.add(row(event.event(), isFirst ? progress.problem().orElse("") : ""));
                }
                position = event.position();
            }
        }
        return rows;
    }

    private List<CloseRow> waiting(LocalDate day) {
        List<KeptWaiting> open = waiting.open(0, CostingProgress.MOST_WAITING);
        if (open.isEmpty()) {
            return List.of();
        }
        Map<EventId, String> reasons = open.stream().collect(Collectors.toMap(KeptWaiting::event, KeptWaiting::reason));
        return ledger.find(reasons.keySet()).values().stream()
                .sorted(Comparator.comparingLong(RecordedEvent::position))
                .map(RecordedEvent::event)
                .filter(event -> !event.context().accountingDate().isAfter(day) && books.concernsCurrent(event))
                .map(event -> row(event, reasons.get(event.id())))
                .toList();
    }

    private static CloseRow row(TraceEvent event, String reason) {
        return new CloseRow(
                event.documents().stream().findFirst(),
                Optional.of(event.id()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(event.context().accountingDate()),
                reason);
    }

    private List<CloseRow> differences() {
        for (int i = 0; i < TRIES; i++) {
            long before = costs.lastNumber();
            Map<Account, Money> balances = figures.balancesNow(periods.steps());
            LotTotals lots = periods.totals();
            if (costs.lastNumber() == before) {
                List<CloseRow> rows = new ArrayList<>();
                difference(Account.INVENTORY, lots.onStock(), balances, rows);
                difference(Account.WORK_IN_PROCESS, lots.inProcess(), balances, rows);
                return rows;
            }
        }
        throw new CostingBehindException(
                false, costs.lastNumber(), ledger.head().position());
    }

    private static void difference(
            Account account, Optional<Money> lots, Map<Account, Money> balances, List<CloseRow> rows) {
        Optional<Money> booked = Optional.ofNullable(balances.get(account));
        Optional<Money> difference = booked.isPresent()
                ? Optional.of(lots.map(booked.get()::minus).orElse(booked.get()))
                : lots.map(Money::negated);
        difference
                .filter(amount -> !amount.isZero())
                .ifPresent(amount -> rows.add(new CloseRow(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(amount),
                        Optional.empty(),
                        Optional.of(account),
                        Optional.of(booked.orElseGet(() -> Money.zero(amount.getCurrencyUnit()))),
                        "")));
    }
}

package org.lottrace.handover.internal.delivery;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lottrace.api.cost.CurrentBooks;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.store.CompanyBooksStore;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.exceptioncase.CaseOpening;
import org.lottrace.api.handover.JournalDelivery;
import org.lottrace.api.handover.JournalReceiver;
import org.lottrace.api.handover.JournalReceivers;
import org.lottrace.api.handover.JournalRejection;
import org.lottrace.api.handover.store.JournalReceiverStore;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.lottrace.handover.internal.account.EntryCases;
import org.lottrace.handover.internal.account.EntryNumbering;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Keeps how far each receiver is. Whatever changes that holds the head of the ledger: two that acknowledge are one after the other, and
 * what was acknowledged never goes back by itself.
 */
@Component(configurationPid = "org.lottrace.handover")
@Designate(ocd = HandoverConfig.class)
public final class JournalReceiversService implements JournalReceivers {
    private final LotCosting costing;
    private final UnitOfWork unitOfWork;
    private final Ledger ledger;
    private final CaseOpening cases;
    private final JournalReceiverStore receivers;
    private final CompanyBooksStore companies;
    private final EntryNumbering numbering;
    private final Clock clock;
    private final DeliveryRules rules;

    @Activate
    public JournalReceiversService(
            @Reference LotCosting costing,
            @Reference UnitOfWork unitOfWork,
            @Reference Ledger ledger,
            @Reference CaseOpening cases,
            @Reference JournalReceiverStore receivers,
            @Reference CompanyBooksStore companies,
            @Reference EntryNumbering numbering,
            @Reference Clock clock,
            HandoverConfig config) {
        this.costing = costing;
        this.unitOfWork = unitOfWork;
        this.ledger = ledger;
        this.cases = cases;
        this.receivers = receivers;
        this.companies = companies;
        this.numbering = numbering;
        this.clock = clock;
        this.rules = new DeliveryRules(config.wait_after_rejection());
    }

    @Override
    public Outcome<JournalDelivery> take(Caller caller, String receiver, int most) {
        Optional<PartyId> asked = CurrentBooks.company();
        Optional<PartyId> company = company(receiver);
        List<Violation> problems = new ArrayList<>(rules.take(receiver, most));
        if (asked.filter(keeper -> unitOfWork.required(companies::all).stream()
                        .noneMatch(books -> books.company().equals(keeper)))
                .isPresent()) {
            problems.add(DeliveryRules.noKeeper(asked.get()));
        } else if (asked.isPresent() && !asked.equals(company)) {
            problems.add(DeliveryRules.ofOthers(receiver, company));
        }
        return problems.isEmpty()
                ? CurrentBooks.of(company, () -> given(caller, receiver, most))
                        .orElseGet(() -> take(caller, receiver, most))
                : new Outcome.Refused<>(problems);
    }

    /** @return of whose books it gets the journal; of one that is not there yet, those that are asked now */
    private Optional<PartyId> company(String receiver) {
        Optional<PartyId> company = unitOfWork
                .required(() -> receivers.find(receiver))
                .map(JournalReceiver::company)
                .orElseGet(CurrentBooks::company);
        CurrentBooks.require(company);
        return company;
    }

    /**
     * Entries are read before the lock: whoever records goods does not wait for them.
     *
     * @return empty when it has become a receiver of other books meanwhile
     */
    private Optional<Outcome<JournalDelivery>> given(Caller caller, String receiver, int most) {
        while (true) {
            JournalReceiver before = unitOfWork.required(() -> known(caller, receiver));
            if (!before.company().equals(CurrentBooks.company())) {
                return Optional.empty();
            }
            int rejected = unitOfWork.required(() -> receivers.open(receiver)).size();
            // one more says whether there are more; the rejected ones may be left out
            List<JournalEntry> entries = costing.journal(before.acknowledged(), most + rejected + 1);
            List<EntryCases> cases = unitOfWork.required(() -> numbering.cases(entries));
            Optional<Outcome<JournalDelivery>> given = locked(() -> {
                JournalReceiver now = known(caller, receiver);
                List<JournalRejection> open = receivers.open(receiver);
                // what was read is what it needs
                return now.acknowledged() != before.acknowledged()
                                || open.size() > rejected
                                || !now.company().equals(before.company())
                        ? Optional.empty()
                        : Optional.of(give(caller, now, open, cases, most));
            });
            if (given.isPresent()) {
                return given;
            }
        }
    }

    private Outcome<JournalDelivery> give(
            Caller caller, JournalReceiver now, List<JournalRejection> open, List<EntryCases> read, int most) {
        List<EntryCases> behind = read.stream()
                .filter(cases -> rules.isSent(cases.entry(), now, open))
                .toList();
        List<EntryCases> given = behind.subList(0, Math.min(most, behind.size()));
        List<JournalEntry> sent = given.stream().map(EntryCases::entry).toList();
        long last = sent.isEmpty() ? 0 : sent.get(sent.size() - 1).number();
        boolean isNew = last > now.sent();
        JournalReceiver then = isNew ? changed(caller, now, last, now.acknowledged()) : now;
        JournalDelivery delivery = new JournalDelivery(
                then, sent, numbering.keep(now.name(), given), rules.waitsFor(open), behind.size() > sent.size());
        return isNew ? new Outcome.Done<>(delivery) : new Outcome.AlreadyDone<>(delivery);
    }

    @Override
    public Outcome<JournalReceiver> acknowledge(Caller caller, String receiver, long entry) {
        return of(receiver, now -> {
            if (entry <= now.acknowledged()) {
                return new Outcome.AlreadyDone<>(now);
            }
            List<Violation> problems = rules.acknowledge(now, entry, receivers.open(receiver));
            return problems.isEmpty()
                    ? new Outcome.Done<>(changed(caller, now, now.sent(), entry))
                    : new Outcome.Refused<>(problems);
        });
    }

    @Override
    public Outcome<JournalRejection> reject(Caller caller, String receiver, long entry, String reason) {
        Optional<JournalEntry> about = CurrentBooks.of(company(receiver), () -> costing.journal(entry - 1, 1)).stream()
                .filter(found -> found.number() == entry)
                .findFirst();
        return of(receiver, now -> {
            List<JournalRejection> open = receivers.open(receiver);
            Optional<JournalRejection> same = open.stream()
                    .filter(rejected ->
                            rejected.entry() == entry && rejected.reason().equals(reason))
                    .findFirst();
            if (same.isPresent()) {
                return new Outcome.AlreadyDone<>(same.get());
            }
            List<Violation> problems = new ArrayList<>(rules.reject(now, entry, reason, open));
            if (problems.isEmpty() && about.isEmpty()) {
                problems.add(DeliveryRules.notOfIts(receiver, entry));
            }
            return problems.isEmpty()
                    ? new Outcome.Done<>(rejected(caller, now, about.orElseThrow(), reason))
                    : new Outcome.Refused<>(problems);
        });
    }

    private JournalRejection rejected(Caller caller, JournalReceiver receiver, JournalEntry entry, String reason) {
        JournalRejection rejection = new JournalRejection(
                receivers.lastRejection() + 1,
                receiver.name(),
                entry.number(),
                reason,
                caller.name(),
                clock.instant(),
                Optional.empty());
        receivers.save(rejection);
        RecordedEvent event = ledger.find(entry.event()).orElseThrow();
        String message = receiver.name() + " rejects journal entry " + entry.number() + ": " + reason;
        cases.open(
                JOURNAL_ENTRY_REJECTED,
                event.event().id(),
                Optional.empty(),
                event.event().context().site(),
                message.substring(0, Math.min(message.length(), 2_000)));
        return rejection;
    }

    @Override
    public Outcome<JournalReceiver> resend(Caller caller, String receiver, long from) {
        return of(receiver, now -> {
            List<Violation> problems = rules.resend(now, from);
            if (!problems.isEmpty()) {
                return new Outcome.Refused<>(problems);
            }
            List<JournalRejection> again = receivers.open(receiver).stream()
                    .filter(rejected -> rejected.entry() >= from)
                    .toList();
            again.forEach(this::resent);
            return again.isEmpty() && from > now.sent()
                    ? new Outcome.AlreadyDone<>(now)
                    : new Outcome.Done<>(changed(
                            caller, now, Math.min(now.sent(), from - 1), Math.min(now.acknowledged(), from - 1)));
        });
    }

    private void resent(JournalRejection rejected) {
        receivers.save(new JournalRejection(
                rejected.number(),
                rejected.receiver(),
                rejected.entry(),
                rejected.reason(),
                rejected.by(),
                rejected.at(),
                Optional.of(clock.instant())));
    }

    @Override
    public List<JournalReceiver> list(Optional<String> after, int limit) {
        List<JournalReceiver> mine = new ArrayList<>();
        Optional<String> last = after;
        while (mine.size() < limit) {
            Optional<String> from = last;
            List<JournalReceiver> page = unitOfWork.required(() -> receivers.list(from, limit));
            page.stream()
                    .filter(receiver -> CurrentBooks.mayUse(receiver.company()))
                    .limit((long) limit - mine.size())
                    .forEach(mine::add);
            if (page.size() < limit) {
                break;
            }
            last = Optional.of(page.get(page.size() - 1).name());
        }
        return mine;
    }

    @Override
    public List<JournalRejection> rejections(String receiver, long after, int limit) {
        company(receiver); // refused when its books are not the caller's
        return unitOfWork.required(() -> receivers.rejections(receiver, after, limit));
    }

    private <T> Outcome<T> of(String receiver, Function<JournalReceiver, Outcome<T>> decision) {
        company(receiver); // refused when its books are not the caller's
        return locked(() -> receivers
                .find(receiver)
                .map(decision)
                .orElseGet(() -> new Outcome.Refused<>(List.of(DeliveryRules.unknown(receiver)))));
    }

    private <T> T locked(Supplier<T> change) {
        return unitOfWork.required(() -> {
            ledger.lockHead();
            return change.get();
        });
    }

    private JournalReceiver known(Caller caller, String receiver) {
        return receivers
                .find(receiver)
                .orElseGet(() ->
                        new JournalReceiver(receiver, CurrentBooks.company(), 0, 0, caller.name(), clock.instant()));
    }

    private JournalReceiver changed(Caller caller, JournalReceiver now, long sent, long acknowledged) {
        JournalReceiver then =
                new JournalReceiver(now.name(), now.company(), sent, acknowledged, caller.name(), clock.instant());
        receivers.save(then);
        return then;
    }
}

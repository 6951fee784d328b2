package org.lottrace.lot.master.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.master.MasterAction;
import org.lottrace.api.master.MasterChange;
import org.lottrace.api.master.MasterClosing;
import org.lottrace.api.master.MasterKind;
import org.lottrace.api.master.MasterReference;
import org.lottrace.api.master.MasterStep;
import org.lottrace.api.master.MasterUse;
import org.lottrace.api.master.Masters;
import org.lottrace.api.master.store.MasterStepStore;
import org.lottrace.api.master.store.MasterUseStore;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.WrongQuestionException;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.transaction.NumberSequences;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes master data, opens it again and deletes it. The number of a step is taken first: its sequence is locked to the commit, so two
 * steps come one after the other and a higher number is never seen before a lower one. Then the head of the ledger is locked: a movement that
 * is under way has been recorded when it is asked what is open, or it begins again and sees what was closed.
 */
@Component
public final class MastersService implements Masters {
    private static final Logger LOG = LoggerFactory.getLogger(MastersService.class);
    private static final int MOST_ROWS = 2_000;

    private final UnitOfWork unitOfWork;
    private final MasterStepStore steps;
    private final MasterUseStore uses;
    private final ItemStore items;
    private final PartyStore parties;
    private final SiteStore sites;
    private final NumberSequences numbers;
    private final Ledger ledger;
    private final MasterChecks checks;
    private final Clock clock;

    @Activate
    public MastersService(
            @Reference UnitOfWork unitOfWork,
            @Reference MasterStepStore steps,
            @Reference MasterUseStore uses,
            @Reference ItemStore items,
            @Reference PartyStore parties,
            @Reference SiteStore sites,
            @Reference NumberSequences numbers,
            @Reference Ledger ledger,
            @Reference Clock clock) {
        this.unitOfWork = unitOfWork;
        this.steps = steps;
        this.uses = uses;
        this.items = items;
        this.parties = parties;
        this.sites = sites;
        this.numbers = numbers;
        this.ledger = ledger;
        this.checks = new MasterChecks(items, parties, sites);
        this.clock = clock;
    }

    @Override
    public Outcome<MasterStep> close(Caller caller, MasterClosing closing) {
        MasterReference master = closing.master();
        return step(caller, master, MasterAction.CLOSE, closing.reason(), () -> {
            List<Violation> problems = checks.against(master, closing.reason());
            return problems.isEmpty() && !closing.confirmed()
                    ? MasterChecks.inUse(
                            MASTER_IN_USE,
                            master,
                            uses.open(master),
                            "see to it first, or confirm that it is to be closed all the same")
                    : problems;
        });
    }

    @Override
    public Outcome<MasterStep> reopen(Caller caller, MasterChange opening) {
        MasterReference master = opening.master();
        return step(caller, master, MasterAction.REOPEN, opening.reason(), () -> {
            List<Violation> problems = checks.against(master, opening.reason());
            return problems.isEmpty() && !steps.closed().containsKey(master)
                    ? List.of(new Violation(MASTER_OPEN, "master", master + " is not closed: there is nothing to do"))
                    : problems;
        });
    }

    @Override
    public Outcome<MasterStep> delete(Caller caller, MasterChange deletion) {
        MasterReference master = deletion.master();
        return step(caller, master, MasterAction.DELETE, deletion.reason(), () -> {
            List<Violation> problems = checks.against(master, deletion.reason());
            return problems.isEmpty()
                    ? MasterChecks.inUse(
                            MASTER_USED, master, uses.ever(master), "it stays for the record; close it instead")
                    : problems;
        });
    }

    private Outcome<MasterStep> step(
            Caller caller,
            MasterReference master,
            MasterAction action,
            String reason,
            Supplier<List<Violation>> problems) {
        return unitOfWork.required(() -> {
            long number = numbers.next(MasterStepStore.SEQUENCE);
            if (action == MasterAction.DELETE && master.kind() == MasterKind.ITEM) {
                items.lock(
                        List.of(new ItemNumber(master.key()))); // before the head, as whoever brings its first lot does
            }
            ledger.lockHead();
            Optional<MasterStep> before = newest(master)
                    .filter(last -> last.action() == action)
                    .filter(last -> (action == MasterAction.DELETE) != checks.isKnown(master));
            if (before.isPresent()) {
                return new Outcome.AlreadyDone<>(before.get());
            }
            List<Violation> found = problems.get();
            if (!found.isEmpty()) {
                return new Outcome.Refused<>(found);
            }
            MasterStep step = new MasterStep(number, master, action, reason, caller.name(), clock.instant());
            steps.insert(step);
            if (action == MasterAction.DELETE) {
                delete(master);
            }
            LOG.info("master data changed action={} master={} by={}", action.code(), master, caller.name());
            return new Outcome.Done<>(step);
        });
    }

    private Optional<MasterStep> newest(MasterReference master) {
        return steps.newestOf(master, 1).stream().findFirst();
    }

    private void delete(MasterReference master) {
        switch (master.kind()) {
            case ITEM -> items.delete(new ItemNumber(master.key()));
            case PARTY -> parties.delete(new PartyId(master.key()));
            case SITE -> sites.delete(master.site());
            case LOCATION -> sites.save(without(master));
        }
    }

    private Site without(MasterReference location) {
        Site site = sites.find(location.site()).orElseThrow();
        return new Site(
                site.id(),
                site.company(),
                site.name(),
                site.gln(),
                site.zone(),
                site.productionDayStart(),
                site.lotNumberTemplate(),
                site.locations().stream()
                        .filter(one -> !one.id().equals(location.location()))
                        .toList());
    }

    @Override
    public Optional<MasterStep> closing(MasterReference master) {
        return Optional.ofNullable(unitOfWork.required(steps::closed).get(master));
    }

    @Override
    public List<MasterUse> uses(MasterReference master) {
        return unitOfWork.required(() -> uses.open(master));
    }

    @Override
    public List<MasterStep> closed(Optional<MasterKind> kind, Optional<Long> after, int limit) {
        requireLimit(limit);
        return unitOfWork.required(steps::closed).values().stream()
                .filter(step -> kind.filter(one -> one != step.master().kind()).isEmpty())
                .filter(step -> step.number() > after.orElse(0L))
                .limit(limit)
                .toList();
    }

    @Override
    public List<MasterStep> steps(MasterReference master, Optional<Long> after, int limit) {
        requireLimit(limit);
        return unitOfWork.required(() -> steps.of(master, after.orElse(0L), limit));
    }

    private static void requireLimit(int limit) {
        if (limit < 1 || limit > MOST_ROWS) {
            throw new WrongQuestionException("a limit is 1 to " + MOST_ROWS + ", not " + limit);
        }
    }
}

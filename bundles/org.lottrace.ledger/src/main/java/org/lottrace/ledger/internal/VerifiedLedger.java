package org.lottrace.ledger.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lottrace.api.event.VerifiedChain;
import org.lottrace.api.event.store.LedgerHead;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this node has verified of the chain. Whoever verifies goes on from there, one page or slice at a time, so that
 * several who do it share the work; none holds a lock while it reads. Nothing of it is in the database: who can change events could change that, too.
 */
@Component(service = VerifiedLedger.class, configurationPid = ChainConfig.PID)
@Designate(ocd = ChainConfig.class)
public final class VerifiedLedger {
    private static final Logger LOG = LoggerFactory.getLogger(VerifiedLedger.class);
    /** Pages of the way to the newest event in one step of the patrol. */
    private static final int PAGES = 4;

    private final ChainCheck check;
    private final Clock clock;
    private final RememberedHashes hashes;
    /** By slice. What comes behind the last event that was verified is the slice behind the last one. */
    private final SortedMap<Integer, Long> broken = new TreeMap<>();

    private Instant reached;
    private Instant since;
    private Instant passBegan;
    private int next;

    @Activate
    public VerifiedLedger(
            @Reference UnitOfWork unitOfWork,
            @Reference LedgerStore events,
            @Reference Clock clock,
            ChainConfig config) {
        this.check = new ChainCheck(unitOfWork, events);
        this.clock = clock;
        this.hashes = new RememberedHashes(config.slice_events());
        this.reached = clock.instant();
        this.since = reached;
        this.passBegan = reached;
    }

    synchronized VerifiedChain state() {
        LedgerHead last = hashes.last();
        return new VerifiedChain(last.position(), last.hash(), reached, since, firstBroken());
    }

    /** Goes on to the newest event, and verifies again the slices in which these positions are. */
    VerifiedChain verify(Collection<Long> positions) {
        goOn(Integer.MAX_VALUE);
        long last = last().position();
        positions.stream()
                .filter(position -> position <= last)
                .map(this::sliceOf)
                .distinct()
                .sorted()
                .forEach(this::verifySlice);
        return state();
    }

    /** From the first event to the newest; ends at the first that is broken. */
    Optional<Long> verifyAll() {
        Instant began = clock.instant();
        for (int number = 0; number < slices(); number++) {
            if (!verifySlice(number)) {
                return state().broken();
            }
        }
        goOn(Integer.MAX_VALUE);
        passed(began);
        return state().broken();
    }

    /** A step of the pass that never ends: towards the newest event, then the next slice once more. */
    void patrol() {
        goOn(PAGES);
        if (next >= slices()) {
            passed(passBegan);
            passBegan = clock.instant();
            next = 0;
        }
        if (next < slices()) {
            verifySlice(next++);
        }
    }

    private void goOn(int pages) {
        LedgerHead head = check.head();
        boolean isOnTheWay = true;
        for (int page = 0; page < pages && isOnTheWay; page++) {
            LedgerHead last = last();
            boolean isStillThere = check.at(last.position()).equals(Optional.of(last));
            isOnTheWay = take(
                    last,
                    head,
                    isStillThere
                            ? check.pageAfter(last, head.position())
                            : new ChainCheck.Page(
                                    List.of(), Optional.of(Math.min(last.position(), head.position() + 1))));
        }
    }

    /** @return false when the head is reached or what comes next does not fit */
    private synchronized boolean take(LedgerHead from, LedgerHead head, ChainCheck.Page page) {
        if (!hashes.last().equals(from)) {
            return true; // somebody else was faster
        }
        if (!page.whole().isEmpty()) {
            broken.remove(hashes.slices());
            page.whole().forEach(hashes::add);
            reached = clock.instant();
        }
        LedgerHead last = hashes.last();
        boolean isAnotherHead =
                last.position() == head.position() && !last.hash().equals(head.hash());
        return found(hashes.slices(), isAnotherHead ? Optional.of(head.position()) : page.broken())
                && last.position() < head.position();
    }

    /** @return true when it is as it was, up to the remembered hash of its last event */
    private boolean verifySlice(int number) {
        LedgerHead before = before(number);
        LedgerHead end = endOf(number);
        LedgerHead checked = before;
        while (checked.position() < end.position()) {
            ChainCheck.Page page = check.pageAfter(checked, end.position());
            if (page.broken().isPresent()) {
                return found(number, page.broken());
            }
            checked = page.whole().get(page.whole().size() - 1);
        }
        return found(number, checked.equals(end) ? Optional.empty() : Optional.of(before.position() + 1));
    }

    /** @return true when nothing is broken there */
    private synchronized boolean found(int slice, Optional<Long> position) {
        position.ifPresentOrElse(
                first -> {
                    if (!first.equals(broken.put(slice, first))) {
                        LOG.error(
                                "the ledger was changed outside LotTrace, compare it with a backup position={}", first);
                    }
                },
                () -> broken.remove(slice));
        return position.isEmpty();
    }

    private synchronized void passed(Instant began) {
        if (broken.isEmpty()) {
            since = began;
        }
    }

    private synchronized LedgerHead last() {
        return hashes.last();
    }

    private synchronized LedgerHead before(int slice) {
        return hashes.before(slice);
    }

    private synchronized LedgerHead endOf(int slice) {
        return hashes.endOf(slice);
    }

    private synchronized int slices() {
        return hashes.slices();
    }

    private synchronized int sliceOf(long position) {
        return hashes.sliceOf(position);
    }

    private Optional<Long> firstBroken() {
        return broken.values().stream().min(Long::compare);
    }
}

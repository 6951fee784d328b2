package org.lottrace.ledger.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.ChainAnchor;
import org.lottrace.api.seal.Tampering;
import org.lottrace.api.seal.store.ChainedSeal;
import org.lottrace.api.seal.store.Seal;
import org.lottrace.api.seal.store.SealStore;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Gives seals their places in one chain, soon after they were committed: SHA-256 over the hash before and the seal, each
 * followed by a line feed. The next event says where the chain stands.
 */
@Component(service = SealChain.class)
public final class SealChain {
    private static final String NAME = "seals";
    private static final int PAGE = 500;
    private static final String NOTHING = "0".repeat(64);

    private final UnitOfWork unitOfWork;
    private final SealStore store;
    private Optional<ChainAnchor> end = Optional.empty();
    private Optional<ChainAnchor> given = Optional.empty();
    private Optional<ChainAnchor> anchored = Optional.empty();

    @Activate
    public SealChain(@Reference UnitOfWork unitOfWork, @Reference SealStore store) {
        this.unitOfWork = unitOfWork;
        this.store = store;
    }

    /** Takes in what has no place yet. When another node does it at the same time, one of them begins again. */
    public void grow() {
        List<Seal> page = unitOfWork.required(() -> growByAPage(0));
        while (page.size() == PAGE) {
            long last = page.get(PAGE - 1).id(); // those up to here have their places: they are not passed over again
            page = unitOfWork.required(() -> growByAPage(last));
        }
    }

    /** Seals events up to this one, which was verified. */
    void sealEvents(long verified) {
        long last = unitOfWork.required(store::lastSealedEvent);
        while (last < verified) {
            long upTo = Math.min(verified, last + PAGE);
            store.sealEvents(last, upTo);
            last = upTo;
        }
    }

    private List<Seal> growByAPage(long after) {
        // the end first: what another node places meanwhile is then no part of the page, or its place is taken
        Optional<ChainedSeal> last = store.last();
        List<Seal> page = store.unchained(after, PAGE);
        List<ChainedSeal> placed = new ArrayList<>();
        for (Seal seal : page) {
            last = Optional.of(next(last, seal));
            placed.add(last.get());
        }
        if (!placed.isEmpty()) {
            store.chain(placed);
        }
        Optional<ChainAnchor> grown = last.map(newest -> new ChainAnchor(NAME, newest.position(), newest.hash()));
        unitOfWork.afterCommit(() -> stands(grown));
        return page;
    }

    /** An anchor that was given and is not committed by now may have been rolled back: it is given again. */
    private synchronized void stands(Optional<ChainAnchor> grown) {
        end = grown;
        given = anchored;
    }

    /** @return where the chain stands, for one event; empty when it was given to another */
    synchronized Optional<ChainAnchor> newAnchor() {
        if (end.equals(given)) {
            return Optional.empty();
        }
        given = end;
        return end;
    }

    /** The event that says it is committed. */
    synchronized void anchored(ChainAnchor anchor) {
        anchored = Optional.of(anchor);
    }

    /** @return seals that do not fit their places, and places without a seal, at most {@code most} */
    List<Tampering> broken(int most) {
        List<Tampering> found = new ArrayList<>();
        Optional<ChainedSeal> before = Optional.empty();
        List<ChainedSeal> page = store.after(0, PAGE);
        while (!page.isEmpty() && found.size() < most) {
            for (ChainedSeal seal : page) {
                if (!seal.equals(next(before, seal.seal()))) {
                    found.add(broken(seal));
                }
                before = Optional.of(seal);
            }
            page = store.after(before.orElseThrow().position(), PAGE);
        }
        store.without(NAME, most)
                .forEach(anchor -> found.add(new Tampering(
                        "seal",
                        "chain_position " + anchor.length(),
                        Optional.empty(),
                        "an event says that there was another seal when it was recorded")));
        return found.stream().limit(most).toList();
    }

    private static Tampering broken(ChainedSeal seal) {
        return new Tampering(
                "seal",
                "id " + seal.seal().id(),
                Optional.empty(),
                "the seal of " + seal.seal().record() + " " + seal.seal().key()
                        + " does not follow the one before it in the chain: it was changed, or others before it were removed");
    }

    private static ChainedSeal next(Optional<ChainedSeal> before, Seal seal) {
        String text = String.join(
                "\n",
                before.map(ChainedSeal::hash).orElse(NOTHING),
                Long.toString(seal.id()),
                seal.record(),
                seal.key(),
                seal.content(),
                "");
        return new ChainedSeal(before.map(ChainedSeal::position).orElse(0L) + 1, seal, HashChain.hash(text));
    }
}

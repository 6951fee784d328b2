package org.lottrace.ledger.internal;

import java.util.ArrayList;
import java.util.List;
import org.lottrace.api.event.store.LedgerHead;

/** The hash of every so many-th event and of the last one, in memory: the ends of slices that can be verified on their own. */
final class RememberedHashes {
    private final int slice;
    private final List<String> hashes = new ArrayList<>();
    private LedgerHead last = LedgerHead.EMPTY;

    RememberedHashes(int slice) {
        this.slice = slice;
    }

    LedgerHead last() {
        return last;
    }

    /** @param next the event behind the last one */
    void add(LedgerHead next) {
        last = next;
        if (next.position() % slice == 0) {
            hashes.add(next.hash());
        }
    }

    /** @return how many slices there are, the one that has only begun included */
    int slices() {
        return hashes.size() + (last.position() % slice == 0 ? 0 : 1);
    }

    /** @param position 1 to that of the last event */
    int sliceOf(long position) {
        return (int) ((position - 1) / slice);
    }

    /** @return the event before the slice */
    LedgerHead before(int number) {
        return number == 0 ? LedgerHead.EMPTY : endOf(number - 1);
    }

    LedgerHead endOf(int number) {
        return number < hashes.size() ? new LedgerHead((number + 1L) * slice, hashes.get(number)) : last;
    }
}

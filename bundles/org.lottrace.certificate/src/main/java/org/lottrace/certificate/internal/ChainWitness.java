package org.lottrace.certificate.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.lottrace.api.certificate.Finding;
import org.lottrace.api.certificate.Finding.Witness;
import org.lottrace.api.event.DispositionChange;
import org.lottrace.api.event.Edge;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.LedgerHead;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/** Every place where the hash chain is broken, not only the first: an event that was changed, or positions without one. */
final class ChainWitness {
    private final Ledger ledger;
    private final LedgerStore events;
    private final ReadableEvents readable;

    ChainWitness(Ledger ledger, LedgerStore events, ReadableEvents readable) {
        this.ledger = ledger;
        this.events = events;
        this.readable = readable;
    }

    /** @return everything that is wrong in all of the chain */
    List<Finding> findings() {
        Optional<Long> broken = ledger.firstBrokenPosition();
        List<Finding> findings = broken.isEmpty() ? List.of() : findingsAfter(0);
        return findings.isEmpty() ? broken.stream().map(ChainWitness::rewritten).toList() : findings;
    }

    /** @param trusted position of an event that is there and was checked before; 0 to check all */
    List<Finding> findingsAfter(long trusted) {
        try {
            return brokenAfter(trusted);
        } catch (IllegalArgumentException e) {
            List<Finding> unreadable = readable.findingsAfter(trusted);
            if (unreadable.isEmpty()) {
                throw e;
            }
            return unreadable;
        }
    }

    private List<Finding> brokenAfter(long trusted) {
        List<Finding> findings = new ArrayList<>();
        Optional<Long> broken = ledger.firstBrokenPositionAfter(trusted);
        while (broken.isPresent()) {
            long position = broken.get();
            Optional<RecordedEvent> next =
                    events.after(position - 1, 1).stream().findFirst();
            if (next.isEmpty()) {
                findings.add(missing(position, events.head().position()));
                return findings;
            }
            long there = next.get().position();
            if (there > position) {
                findings.add(missing(position, there - 1));
            } else {
                changed(next.get(), findings);
            }
            broken = ledger.firstBrokenPositionAfter(there);
        }
        return findings;
    }

    /** @return true when the event the head stands for is there, so that it can be trusted later */
    boolean hasEventOf(LedgerHead head) {
        return events.after(head.position() - 1, 1).stream().anyMatch(e -> e.position() == head.position());
    }

    private static Finding missing(long first, long last) {
        String where = first == last ? "position " + first : "positions " + first + " to " + last;
        return new Finding(
                Witness.POSITIONS,
                Optional.of(first),
                Optional.empty(),
                Optional.empty(),
                "there is no event at " + where
                        + ": it was removed. The other findings name the lots it moved. The event"
                        + " after it cannot be checked, because its hash builds on the one that is missing");
    }

    private static Finding rewritten(long position) {
        return new Finding(
                Witness.HASH_CHAIN,
                Optional.of(position),
                Optional.empty(),
                Optional.empty(),
                "from about position " + position
                        + " on the events fit their hashes, but they are not those that this node"
                        + " has verified: somebody changed or removed events and computed the hashes anew");
    }

    private static void changed(RecordedEvent recorded, List<Finding> findings) {
        TraceEvent event = recorded.event();
        event.lines().forEach(line -> findings.add(changed(recorded, line.lot(), Optional.of(line.quantity()))));
        event.edges().forEach(edge -> findings.add(changed(recorded, edge.input(), Optional.of(edge.quantity()))));
        SortedSet<LotKey> unmoved = new TreeSet<>();
        event.edges().stream().map(Edge::output).forEach(unmoved::add);
        event.dispositionChanges().stream().map(DispositionChange::lot).forEach(unmoved::add);
        event.lines().stream().map(EventLine::lot).forEach(unmoved::remove);
        unmoved.forEach(lot -> findings.add(changed(recorded, lot, Optional.empty())));
        if (findings.stream().noneMatch(f -> f.ledgerPosition().equals(Optional.of(recorded.position())))) {
            findings.add(new Finding(
                    Witness.HASH_CHAIN,
                    Optional.of(recorded.position()),
                    Optional.empty(),
                    Optional.empty(),
                    text(recorded) + ", and its lots were removed from it"));
        }
    }

    private static Finding changed(RecordedEvent recorded, LotKey lot, Optional<Quantity> quantity) {
        return new Finding(
                Witness.HASH_CHAIN,
                Optional.of(recorded.position()),
                Optional.of(lot),
                quantity,
                text(recorded) + "; the quantity is the one it has now");
    }

    private static String text(RecordedEvent recorded) {
        return recorded.event().type() + " " + recorded.event().id()
                + " does not fit its hash: it, the hash or the event before it was changed";
    }
}

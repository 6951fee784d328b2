package org.lottrace.certificate.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.lottrace.api.certificate.Certification;
import org.lottrace.api.certificate.CompletenessCertificate;
import org.lottrace.api.certificate.Finding;
import org.lottrace.api.certificate.Finding.Witness;
import org.lottrace.api.cost.store.CostStore;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.VerifiedChain;
import org.lottrace.api.event.store.DispositionStore;
import org.lottrace.api.event.store.FollowerStore;
import org.lottrace.api.event.store.LedgerHead;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.event.store.StockStore;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.seal.RecordSeals;
import org.lottrace.api.seal.Tampering;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Asks the witnesses one after the other. Many lots are read in slices, each in one state of the ledger, so that the record of
 * any number of lots fits into the memory.
 */
@Component(service = Certification.class)
public final class CertificationService implements Certification {
    /** Lots of a slice: few enough for the events of all of them, with many events each. */
    private static final int SLICE = 200;
    /** How many records that were changed are named. */
    private static final int RECORDS = 100;

    private final LedgerStore events;
    private final LotStore lots;
    private final SliceReader reader;
    private final Ledger ledger;
    private final RecordSeals seals;
    private final Clock clock;

    @Activate
    public CertificationService(
            @Reference UnitOfWork unitOfWork,
            @Reference Ledger ledger,
            @Reference LedgerStore events,
            @Reference LotStore lots,
            @Reference ItemStore items,
            @Reference StockStore stock,
            @Reference DispositionStore dispositions,
            @Reference CostStore costs,
            @Reference FollowerStore followers,
            @Reference RecordSeals seals,
            @Reference Clock clock) {
        this.events = events;
        this.lots = lots;
        this.reader = new SliceReader(unitOfWork, ledger, events, items, stock, dispositions, costs, followers);
        this.ledger = ledger;
        this.seals = seals;
        this.clock = clock;
    }

    @Override
    public CompletenessCertificate certify(Collection<LotKey> scope) {
        SortedSet<LotKey> asked = new TreeSet<>(scope);
        return goingOn(asked).orElseGet(() -> withAllOfTheChain(asked));
    }

    @Override
    public CompletenessCertificate certifyAll() {
        ReadableEvents readable = new ReadableEvents(events);
        ChainWitness chain = new ChainWitness(ledger, events, readable);
        LedgerHead checked = events.head();
        Gathered gathered = new Gathered(Gathered.MOST);
        gathered.add(chain.findings());
        everyLot(slice -> gathered.add(reader.read(slice, readable)));
        return certificate(gathered, chain, checked, true);
    }

    /** @return empty when something does not fit: whoever changed one event may have changed others */
    private Optional<CompletenessCertificate> goingOn(SortedSet<LotKey> asked) {
        VerifiedChain trusted = ledger.verified();
        if (ledger.verifyOn(List.of()).broken().isPresent()) {
            return Optional.empty();
        }
        RememberedEvents seen = new RememberedEvents(events);
        Gathered gathered = new Gathered(Integer.MAX_VALUE);
        try {
            read(asked, seen, gathered);
            return gathered.canBeOfAnUntouchedLedger()
                            && ledger.verifyOn(seen.positions()).broken().isEmpty()
                            && seals.found().isEmpty()
                    ? Optional.of(gathered.certificate(clock.instant(), trusted))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            // rows of an event that make no sense any more: all of the chain says which, or what else it is fails again
            return Optional.empty();
        }
    }

    private CompletenessCertificate withAllOfTheChain(SortedSet<LotKey> asked) {
        ReadableEvents readable = new ReadableEvents(events);
        ChainWitness chain = new ChainWitness(ledger, events, readable);
        LedgerHead checked = events.head();
        Gathered gathered = new Gathered(Integer.MAX_VALUE);
        List<Finding> broken = chain.findings();
        gathered.add(broken);
        read(asked, readable, gathered);
        if (!broken.isEmpty()) {
            everyLot(slice -> {
                slice.removeAll(asked);
                gathered.add(reader.read(slice, readable).findings());
            });
        }
        return certificate(gathered, chain, checked, !seals.found().isEmpty());
    }

    private CompletenessCertificate certificate(
            Gathered gathered, ChainWitness chain, LedgerHead checked, boolean withRecords) {
        gathered.seen(checked);
        if (gathered.newest() > checked.position() && chain.hasEventOf(checked)) {
            gathered.add(chain.findingsAfter(checked.position()));
        }
        (withRecords ? seals.verify(RECORDS) : List.<Tampering>of())
                .forEach(tampering -> gathered.add(List.of(ofRecord(tampering))));
        Instant now = clock.instant();
        return gathered.certificate(
                now,
                new VerifiedChain(LedgerHead.EMPTY.position(), LedgerHead.EMPTY.hash(), now, now, Optional.empty()));
    }

    private static Finding ofRecord(Tampering tampering) {
        return new Finding(Witness.RECORDS, Optional.empty(), Optional.empty(), Optional.empty(), tampering.toString());
    }

    private void read(SortedSet<LotKey> asked, EventSource source, Gathered gathered) {
        SortedSet<LotKey> slice = new TreeSet<>();
        for (LotKey lot : asked) {
            slice.add(lot);
            if (slice.size() == SLICE) {
                gathered.add(reader.read(slice, source));
                slice = new TreeSet<>();
            }
        }
        gathered.add(reader.read(slice, source));
    }

    private void everyLot(Consumer<SortedSet<LotKey>> slices) {
        for (List<Lot> page = lots.after(Optional.empty(), SLICE); !page.isEmpty(); page = after(page)) {
            SortedSet<LotKey> slice = new TreeSet<>();
            page.forEach(lot -> slice.add(lot.key()));
            slices.accept(slice);
        }
    }

    private List<Lot> after(List<Lot> page) {
        return lots.after(Optional.of(page.get(page.size() - 1).key()), SLICE);
    }
}

package org.lottrace.allocation.fefo.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.store.LotAgeStore;
import org.lottrace.api.allocation.store.LotQuestions;
import org.lottrace.api.allocation.store.MeasuredTemperatures;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;

/** Ages of the lots of a wave, asked for when the first order needs one: of all that may need it, not order by order. */
final class AgesAhead implements LotAgeStore {
    private final LotAgeStore store;
    private final Collection<Lot> lots;
    private final List<Lot> undated;
    /** The day on which the first of the lots of each item expires. */
    private final Map<ItemNumber, LocalDate> earliest;

    private final Set<LotKey> asked = new HashSet<>();
    private final Map<LotKey, Instant> firstSeen = new HashMap<>();
    private final Set<LotKey> measuredOf = new HashSet<>();
    private final Map<LotKey, MeasuredTemperatures> measured = new HashMap<>();
    private final Map<PartyId, Map<ItemNumber, LocalDate>> lastExpiry = new HashMap<>();

    /** @param lots of the wave */
    AgesAhead(LotAgeStore store, Collection<Lot> lots) {
        this.store = store;
        this.lots = List.copyOf(lots);
        this.undated = lots.stream().filter(lot -> lot.expiry().isEmpty()).toList();
        this.earliest = lots.stream()
                .filter(lot -> lot.expiry().isPresent())
                .collect(Collectors.toMap(
                        lot -> lot.key().item(),
                        lot -> lot.expiry().get(),
                        (one, other) -> one.isBefore(other) ? one : other));
    }

    /** Lots without expiry are asked for together; where a rule goes by receipt, all lots are. */
    @Override
    public Map<LotKey, Instant> firstSeen(Collection<LotKey> wanted) {
        ask(wanted, undated);
        ask(wanted, lots);
        return wanted.stream()
                .filter(firstSeen::containsKey)
                .collect(Collectors.toMap(lot -> lot, firstSeen::get, (one, same) -> one));
    }

    private void ask(Collection<LotKey> wanted, Collection<Lot> among) {
        if (!asked.containsAll(wanted)) {
            Set<LotKey> some = among.stream()
                    .map(Lot::key)
                    .filter(lot -> !asked.contains(lot))
                    .collect(Collectors.toSet());
            if (!some.isEmpty()) {
                firstSeen.putAll(store.firstSeen(some));
                asked.addAll(some);
            }
        }
    }

    /** Read by {@link LotAttributeReading}, which remembers. */
    @Override
    public Map<LotKey, List<KeyDatum>> attributes(Collection<LotKey> wanted) {
        return store.attributes(wanted);
    }

    @Override
    public Map<LotKey, MeasuredTemperatures> temperatures(Collection<LotKey> wanted) {
        if (!measuredOf.containsAll(wanted)) {
            Set<LotKey> some = lots.stream()
                    .map(Lot::key)
                    .filter(lot -> !measuredOf.contains(lot))
                    .collect(Collectors.toSet());
            measured.putAll(store.temperatures(some));
            measuredOf.addAll(some);
        }
        return wanted.stream()
                .filter(measured::containsKey)
                .collect(Collectors.toMap(lot -> lot, measured::get, (one, same) -> one));
    }

    @Override
    public Map<ItemNumber, LocalDate> latestExpiryShipped(
            PartyId customer, Map<ItemNumber, LocalDate> laterThan, Optional<Instant> until) {
        if (until.isPresent()) {
            return store.latestExpiryShipped(customer, laterThan, until);
        }
        return lastExpiry.computeIfAbsent(customer, one -> store.latestExpiryShipped(one, earliest, until));
    }

    /** Whatever is asked first is read for all of the wave. */
    @Override
    public LotAgeStore ahead(LotQuestions questions) {
        return this;
    }
}

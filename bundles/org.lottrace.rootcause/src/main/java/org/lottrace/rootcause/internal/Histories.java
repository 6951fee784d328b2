package org.lottrace.rootcause.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lottrace.api.event.DispositionChange;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotNumbering;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.rootcause.Suspicion.Factor;

/** The histories of lots and of everything in them, read level by level: what counts of the events up to one ledger position. */
final class Histories {
    private static final Map<String, Factor> IN_THE_NUMBER = Map.of("line", Factor.LINE, "shift", Factor.SHIFT);

    private final LedgerStore events;
    private final LotStore lots;
    private final LotNumbering numbering;
    private final Map<SiteId, Site> sites;
    private final long head;
    private final AsOf asOf;
    private final Map<LotKey, LotHistory> byLot = new HashMap<>();
    private int madeHere;
    private int withoutLineOrShift;

    Histories(LedgerStore events, LotStore lots, SiteStore sites, LotNumbering numbering, long head, AsOf asOf) {
        this.events = events;
        this.lots = lots;
        this.numbering = numbering;
        this.sites = sites.all().stream().collect(Collectors.toMap(Site::id, site -> site));
        this.head = head;
        this.asOf = asOf;
    }

    /** Reads these lots and their ingredients on all levels; what was read before is not read again. */
    void readWithIngredients(Collection<LotKey> wanted) {
        Set<LotKey> level = new TreeSet<>(wanted);
        while (!level.isEmpty()) {
            level.removeAll(byLot.keySet());
            read(level);
            level = level.stream()
                    .flatMap(lot -> byLot.get(lot).inputs().stream())
                    .map(LotHistory.Input::lot)
                    .filter(lot -> !byLot.containsKey(lot))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    LotHistory of(LotKey lot) {
        return byLot.get(lot);
    }

    /** @return lots made on own sites */
    int madeHere() {
        return madeHere;
    }

    /** @return those of them for which neither record nor number names line or shift */
    int withoutLineOrShift() {
        return withoutLineOrShift;
    }

    private void read(Set<LotKey> level) {
        level.forEach(lot -> byLot.put(lot, new LotHistory(lot)));
        List<Lot> registered = lots.withKeys(level);
        registered.forEach(lot -> lot.expiry().ifPresent(byLot.get(lot.key())::expiresOn));
        List<RecordedEvent> upToHead = events.historyOf(level).stream()
                .filter(recorded -> recorded.position() <= head)
                .toList();
        InForce.of(upToHead).stream()
                .filter(recorded -> asOf.hasHappened(recorded.event().context().effective()))
                .forEach(recorded -> namedBy(recorded).stream()
                        .filter(level::contains)
                        .forEach(lot -> byLot.get(lot).take(recorded)));
        registered.forEach(this::readNumber);
    }

    private static SortedSet<LotKey> namedBy(RecordedEvent recorded) {
        SortedSet<LotKey> named = new TreeSet<>();
        recorded.event().lines().stream().map(EventLine::lot).forEach(named::add);
        recorded.event().edges().forEach(edge -> named.add(edge.output()));
        recorded.event().dispositionChanges().stream()
                .map(DispositionChange::lot)
                .forEach(named::add);
        return named;
    }

    /**
     * What was not recorded with the production. By the template the site has now: a number given by hand, or by an older
     * template, says nothing.
     */
    private void readNumber(Lot lot) {
        if (lot.madeAt().isEmpty()) {
            return;
        }
        madeHere++;
        Map<String, String> fields = new HashMap<>();
        lot.madeAt().map(sites::get).ifPresent(site -> fields.putAll(decoded(site, lot)));
        fields.keySet().retainAll(IN_THE_NUMBER.keySet());
        LotHistory history = byLot.get(lot.key());
        fields.keySet().removeIf(field -> history.hasA(IN_THE_NUMBER.get(field)));
        fields.forEach((field, text) ->
                history.add(IN_THE_NUMBER.get(field), lot.madeAt().orElseThrow() + " " + field + " " + text));
        if (!history.hasA(Factor.LINE) && !history.hasA(Factor.SHIFT)) {
            withoutLineOrShift++;
        }
    }

    private Map<String, String> decoded(Site site, Lot lot) {
        try {
            return numbering.decode(site.lotNumberTemplate(), lot.key().number());
        } catch (InvalidIdentifierException notByThisTemplate) {
            return Map.of();
        }
    }
}

package org.lottrace.rootcause.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.rootcause.Suspicion;
import org.lottrace.api.rootcause.Suspicion.Candidate;
import org.lottrace.api.rootcause.Suspicion.Exposure;
import org.lottrace.rootcause.internal.LotHistory.Trait;

/** Who was exposed to what, and how telling that is. Traits with the same exposed lots are one suspicion. */
final class Ranking {
    /** A corrected chance up to this is called telling. */
    static final BigDecimal TELLING = new BigDecimal("0.05");

    private static final Comparator<Candidate> NEAREST_FIRST = Comparator.comparingInt(Ranking::distance)
            .thenComparing(Candidate::factor)
            .thenComparing(Candidate::name);
    private static final Comparator<Suspicion> MOST_TELLING_FIRST = Comparator.comparing(Suspicion::chance)
            .thenComparing(Comparator.comparingInt(Suspicion::complaintsExposed).reversed())
            .thenComparingInt(Suspicion::goodExposed)
            .thenComparing(suspicion -> suspicion.candidates().get(0), NEAREST_FIRST);

    private final List<LotKey> complaints;
    private final Collection<LotKey> good;
    private final Map<Trait, BitSet> exposedTo = new HashMap<>();
    private final Map<Trait, List<Exposure>> evidence = new HashMap<>();

    Ranking(List<LotKey> complaints, Collection<LotKey> good, Histories histories) {
        this.complaints = complaints;
        this.good = good;
        int index = 0;
        for (LotKey lot : complaints) {
            for (Map.Entry<Trait, List<LotKey>> exposure :
                    Exposures.of(lot, histories).entrySet()) {
                evidence.computeIfAbsent(exposure.getKey(), trait -> new ArrayList<>())
                        .add(new Exposure(exposure.getValue()));
                mark(exposure.getKey(), index);
            }
            index++;
        }
        for (LotKey lot : good) {
            for (Trait trait : Exposures.of(lot, histories).keySet()) {
                if (evidence.containsKey(trait)) {
                    mark(trait, index);
                }
            }
            index++;
        }
    }

    /** @return the most telling first */
    List<Suspicion> suspicions() {
        Map<BitSet, List<Candidate>> byLots = new HashMap<>();
        evidence.forEach((trait, exposures) -> byLots.computeIfAbsent(exposedTo.get(trait), lots -> new ArrayList<>())
                .add(new Candidate(trait.factor(), trait.name(), exposures)));
        List<Suspicion> ranked = byLots.entrySet().stream()
                .map(entry -> suspicion(entry.getKey(), entry.getValue()))
                .sorted(MOST_TELLING_FIRST)
                .toList();
        List<BigDecimal> corrected =
                FisherExact.corrected(ranked.stream().map(Suspicion::chance).toList());
        List<Suspicion> suspicions = new ArrayList<>();
        for (Suspicion suspicion : ranked) {
            suspicions.add(with(suspicion, corrected.get(suspicions.size())));
        }
        return suspicions;
    }

    private Suspicion suspicion(BitSet exposed, List<Candidate> candidates) {
        int hits = exposed.get(0, complaints.size()).cardinality();
        return new Suspicion(
                candidates.stream().sorted(NEAREST_FIRST).toList(),
                hits,
                complaints.size(),
                exposed.cardinality() - hits,
                good.size(),
                FisherExact.chance(hits, exposed.cardinality(), complaints.size(), complaints.size() + good.size()),
                BigDecimal.ONE);
    }

    private static Suspicion with(Suspicion suspicion, BigDecimal corrected) {
        return new Suspicion(
                suspicion.candidates(),
                suspicion.complaintsExposed(),
                suspicion.complaints(),
                suspicion.goodExposed(),
                suspicion.good(),
                suspicion.chance(),
                corrected);
    }

    private void mark(Trait trait, int lot) {
        exposedTo.computeIfAbsent(trait, unseen -> new BitSet()).set(lot);
    }

    private static int distance(Candidate candidate) {
        return candidate.evidence().stream()
                .mapToInt(exposure -> exposure.path().size())
                .max()
                .orElse(0);
    }
}

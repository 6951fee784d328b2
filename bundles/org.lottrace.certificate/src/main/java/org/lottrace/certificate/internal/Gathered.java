package org.lottrace.certificate.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.certificate.CompletenessCertificate;
import org.lottrace.api.certificate.Finding;
import org.lottrace.api.certificate.Finding.Witness;
import org.lottrace.api.certificate.LotBalance;
import org.lottrace.api.event.VerifiedChain;
import org.lottrace.api.event.store.LedgerHead;
import org.lottrace.api.genealogy.TracedEdge;
import org.lottrace.api.lot.LotKey;

/** What the slices say together. Of very many rows the first are told, and how many more there are. */
final class Gathered {
    /** How many findings, and of all lots how many balances and edges, one certificate has. */
    static final int MOST = 10_000;

    private static final Comparator<Finding> BY_LOT_AND_POSITION = Comparator.comparing(
                    (Finding finding) -> finding.lot().map(LotKey::toString).orElse(""))
            .thenComparing(finding -> finding.ledgerPosition().orElse(Long.MAX_VALUE))
            .thenComparing(Finding::witness)
            .thenComparing(Finding::message);

    private final int mostRows;
    private final Set<Witness> witnesses = EnumSet.noneOf(Witness.class);
    private final Set<Finding> findings = new LinkedHashSet<>();
    private final List<LotBalance> balances = new ArrayList<>();
    private final Set<TracedEdge> inferred = new LinkedHashSet<>();
    private final Set<String> limits = new LinkedHashSet<>();
    private Optional<LedgerHead> head = Optional.empty();
    private long newest;
    private int moreFindings;
    private int moreBalances;
    private int moreEdges;

    /** @param mostRows most balances, and most edges */
    Gathered(int mostRows) {
        this.mostRows = mostRows;
    }

    void add(Slice slice) {
        add(slice.findings());
        slice.balances().forEach(balance -> {
            if (balances.size() < mostRows) {
                balances.add(balance);
            } else {
                moreBalances++;
            }
        });
        slice.inferred().stream().filter(edge -> !inferred.contains(edge)).forEach(edge -> {
            if (inferred.size() < mostRows) {
                inferred.add(edge);
            } else {
                moreEdges++;
            }
        });
        limits.addAll(slice.limits());
        seen(slice.head());
    }

    void add(Collection<Finding> found) {
        found.forEach(finding -> witnesses.add(finding.witness()));
        found.stream().filter(finding -> !findings.contains(finding)).forEach(finding -> {
            if (findings.size() < MOST) {
                findings.add(finding);
            } else {
                moreFindings++;
            }
        });
    }

    /** The certificate is about the state of the first slice: a later one may know more. */
    void seen(LedgerHead of) {
        head = head.or(() -> Optional.of(of));
        newest = Math.max(newest, of.position());
    }

    /** Times are entered by people and may be wrong in a ledger that nobody has touched. */
    boolean canBeOfAnUntouchedLedger() {
        return EnumSet.of(Witness.TIME_ORDER).containsAll(witnesses);
    }

    /** @return position of the newest event that was taken in */
    long newest() {
        return newest;
    }

    CompletenessCertificate certificate(Instant issued, VerifiedChain trusted) {
        List<String> all = new ArrayList<>(limits);
        more(all, moreBalances, "balances", "ask for them by their lots");
        more(all, moreEdges, "inferred edges", "ask for them by their lots");
        more(all, moreFindings, "findings", "mend what is named, and ask again");
        LedgerHead upTo = head.orElse(LedgerHead.EMPTY);
        return new CompletenessCertificate(
                issued,
                balances,
                inferred.stream()
                        .sorted(Comparator.comparingLong(TracedEdge::position))
                        .toList(),
                findings.stream().sorted(BY_LOT_AND_POSITION).toList(),
                all,
                upTo.position(),
                upTo.hash(),
                trusted);
    }

    private static void more(List<String> limits, int more, String what, String remedy) {
        if (more > 0) {
            limits.add(more + " more " + what + " are not listed: " + remedy);
        }
    }
}

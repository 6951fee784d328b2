package org.lottrace.api.certificate;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.lottrace.api.event.VerifiedChain;
import org.lottrace.api.genealogy.TracedEdge;

/**
 * What is known about the completeness of a scope. Kept by somebody outside, position and hash prove later that the
 * ledger up to there is still the one that was certified.
 *
 * @param issued when
 * @param lots the mass balance of each lot of the scope, by key
 * @param inferredEdges the edges of the scope that were concluded by a rule instead of recorded, in ledger order
 * @param findings everything that does not fit, by lot; also of lots outside the scope when the ledger was changed there
 * @param limits what could not be asked or is not listed, and why, for people
 * @param ledgerPosition every event up to it is taken into account, and of lots that were read later some that came since
 * @param ledgerHash hash of the event at that position; it covers all events before it
 * @param trusted what the node had verified of the hash chain before, up to which event and when: from there the certificate
 *     went on to {@code ledgerPosition}, and before it looked again only at what is around the events of these lots.
 *     Position 0 when it verified all of the chain itself
 */
public record CompletenessCertificate(
        Instant issued,
        List<LotBalance> lots,
        List<TracedEdge> inferredEdges,
        List<Finding> findings,
        List<String> limits,
        long ledgerPosition,
        String ledgerHash,
        VerifiedChain trusted) {
    public CompletenessCertificate {
        Objects.requireNonNull(issued);
        Objects.requireNonNull(ledgerHash);
        Objects.requireNonNull(trusted);
        lots = List.copyOf(lots);
        inferredEdges = List.copyOf(inferredEdges);
        findings = List.copyOf(findings);
        limits = List.copyOf(limits);
    }

    /** @return true when no witness contradicts another; inferred edges do not make it incomplete */
    public boolean isComplete() {
        return findings.isEmpty();
    }
}

package org.lottrace.api.rootcause;

import java.util.List;
import org.lottrace.api.lot.LotKey;

/**
 * What may explain complaints.
 *
 * @param complaints the lots with complaints, by key
 * @param good the lots they were compared with, by key
 * @param suspicions what at least one complaint lot was exposed to, the most telling first
 * @param limits what could not be looked at, and what to keep in mind, for people
 * @param ledgerPosition every event up to it is taken into account, and none after it
 */
public record RootCauseReport(
        List<LotKey> complaints,
        List<LotKey> good,
        List<Suspicion> suspicions,
        List<String> limits,
        long ledgerPosition) {
    public RootCauseReport {
        complaints = List.copyOf(complaints);
        good = List.copyOf(good);
        suspicions = List.copyOf(suspicions);
        limits = List.copyOf(limits);
    }
}

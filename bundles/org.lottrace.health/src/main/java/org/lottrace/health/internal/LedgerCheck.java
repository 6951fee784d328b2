package org.lottrace.health.internal;

import java.util.List;
import java.util.Optional;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.VerifiedChain;
import org.lottrace.api.seal.RecordSeals;
import org.lottrace.api.seal.Tampering;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Recomputes the hash chain of the newest events, and says what the background or lot:verify has found in all of it and in the
 * records that no event holds. The answer is kept for half a minute.
 */
@Component(
        service = HealthCheck.class,
        configurationPid = HealthConfig.PID,
        property = {
            HealthCheck.NAME + "=ledger",
            HealthCheck.TAGS + "=lottrace",
            HealthCheck.TAGS + "=" + FelixHealth.ASKS_DATABASE,
            HealthCheck.RESULT_CACHE_TTL_IN_MS + ":Long=30000"
        })
public final class LedgerCheck implements HealthCheck {
    private final Ledger ledger;
    private final RecordSeals seals;
    private final int newestEvents;

    @Activate
    public LedgerCheck(@Reference Ledger ledger, @Reference RecordSeals seals, HealthConfig config) {
        this(ledger, seals, config.ledger_newest_events());
    }

    /** For tests. */
    LedgerCheck(Ledger ledger, RecordSeals seals, int newestEvents) {
        this.ledger = ledger;
        this.seals = seals;
        this.newestEvents = newestEvents;
    }

    @Override
    public Result execute() {
        long head = ledger.head();
        VerifiedChain verified = ledger.verified();
        Optional<Long> broken =
                verified.broken().or(() -> ledger.firstBrokenPositionAfter(Math.max(0, head - newestEvents)));
        List<Tampering> changed = seals.found();
        if (broken.isEmpty() && !changed.isEmpty()) {
            return new Result(
                    Result.Status.CRITICAL,
                    "records were changed outside LotTrace: " + changed.size() + ", the first: " + changed.get(0)
                            + "; compare them with a backup, lot:verify names them and says whether they are right again");
        }
        return broken.map(position -> new Result(
                        Result.Status.CRITICAL,
                        "the content at position " + position + " does not fit its hash: it was changed outside"
                                + " LotTrace; compare the database with its backup from there on, lot:verify says"
                                + " whether it is whole again"))
                .orElseGet(() -> new Result(
                        Result.Status.OK,
                        "hash chain of the newest events is whole; events: " + head + "; verified since the start: "
                                + verified.position() + ", none of them before " + verified.since()));
    }
}

package org.lottrace.metrics.internal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.lottrace.api.edi.Direction;
import org.lottrace.api.edi.InterchangeFilter;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.edi.Interchanges;

/**
 * Counts EDI files when they are first seen, and again when something else has become of them: taken, refused, withheld, by partner and
 * direction. What came before this node started is not counted, so that a counter begins at 0 with each start, as Prometheus expects.
 *
 * <p>A partner is the party that has the EDI address, so that whoever sends from addresses that nobody knows makes no series of their own.
 */
final class InterchangeMeter {
    static final String UNKNOWN = "unknown";
    private static final int PAGE = 200;

    private final MeterRegistry registry;
    private final Instant start;

    /** By number, what had become of the newest ones when they were last looked at. */
    private Map<Long, InterchangeStatus> seen = new HashMap<>();

    InterchangeMeter(MeterRegistry registry, Instant start) {
        this.registry = registry;
        this.start = start;
    }

    /**
     * Looks at whatever came since the last look, and at the page before it.
     *
     * @param partner of an address, {@link #UNKNOWN} of one that nobody has
     */
    void look(Interchanges log, Function<String, String> partner) {
        Map<Long, InterchangeStatus> now = new HashMap<>();
        for (InterchangeRecord record : sinceTheLast(log)) {
            InterchangeStatus before = seen.get(record.id());
            boolean isOfThisStart = before != null || !record.at().isBefore(start);
            if (isOfThisStart && record.status() != before) {
                count(record, partner);
            }
            now.put(record.id(), record.status());
        }
        seen = now;
    }

    private List<InterchangeRecord> sinceTheLast(Interchanges log) {
        List<InterchangeRecord> all = new ArrayList<>();
        Optional<Long> before = Optional.empty();
        boolean isKnown = false;
        do {
            List<InterchangeRecord> page = log.before(before, InterchangeFilter.ALL, PAGE);
            all.addAll(page);
            isKnown = page.size() < PAGE
                    || page.stream()
                            .anyMatch(record ->
                                    seen.containsKey(record.id()) || record.at().isBefore(start));
            before = page.isEmpty()
                    ? before
                    : Optional.of(page.get(page.size() - 1).id());
        } while (!isKnown);
        return all;
    }

    private void count(InterchangeRecord record, Function<String, String> partner) {
        boolean isInbound = record.direction() == Direction.INBOUND;
        Counter.builder("lottrace.interchanges")
                .description("EDI files since this node started, by partner, direction and what became of them")
                .tag("partner", partner.apply(isInbound ? record.sender() : record.receiver()))
                .tag("direction", record.direction().code())
                .tag("status", record.status().code())
                .register(registry)
                .increment();
    }
}

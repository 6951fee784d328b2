package org.lottrace.metrics.internal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.InMemoryFollower;
import org.lottrace.api.event.LedgerFollower;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Counts the events that come to the ledger while this node runs, whichever node records them. */
@Component(service = LedgerFollower.class)
public final class EventMeter implements InMemoryFollower {
    private static final int PAGE = 1_000;

    private final LedgerStore ledger;
    private final Map<EventType, Counter> counters = new EnumMap<>(EventType.class);
    private volatile long position = -1;

    @Activate
    public EventMeter(@Reference Meters meters, @Reference LedgerStore ledger) {
        this.ledger = ledger;
        for (EventType type : EventType.values()) {
            counters.put(type, counter(meters.registry(), type));
        }
    }

    private static Counter counter(MeterRegistry registry, EventType type) {
        return Counter.builder("lottrace.events.recorded")
                .description("Events that came to the ledger since this node started, by type")
                .tag("type", type.code())
                .register(registry);
    }

    @Override
    public String name() {
        return "metrics";
    }

    @Override
    public int pageSize() {
        return PAGE;
    }

    @Override
    public long position() {
        if (position < 0) {
            position = ledger.head().position();
        }
        return position;
    }

    @Override
    public void follow(List<RecordedEvent> page) {
        page.forEach(recorded -> counters.get(recorded.event().type()).increment());
        position = page.get(page.size() - 1).position();
    }
}

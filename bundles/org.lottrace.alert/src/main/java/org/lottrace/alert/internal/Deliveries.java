package org.lottrace.alert.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.alert.internal.Outstanding.Delivery;
import org.lottrace.alert.internal.Way.UndeliveredException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what is outstanding, in its order; a way that fails rests, longer each time. Used by one thread, asked by any. */
final class Deliveries {
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 20;

    private final List<Way> ways;
    private final Map<String, Resting> resting = new HashMap<>();
    private volatile Map<String, String> failures = Map.of();

    Deliveries(List<Way> ways) {
        this.ways = List.copyOf(ways);
    }

    /** @return whether something was delivered or given up */
    boolean send(Outstanding outstanding, Instant now) {
        boolean isChanged = false;
        for (Delivery delivery : outstanding.deliveries()) {
            Optional<Way> way = ways.stream()
                    .filter(known -> known.name().equals(delivery.way()))
                    .findFirst();
            if (way.isEmpty()) {
                LOG.warn("an alert is given up, its way is not configured any more alert={}", delivery.alert());
                outstanding.delivered(delivery);
                isChanged = true;
            } else if (!isResting(delivery.way(), now)) {
                isChanged |= send(way.get(), delivery, outstanding, now);
            }
        }
        Map<String, String> failing = new HashMap<>();
        resting.forEach((name, rest) -> failing.put(name, rest.why()));
        failures = Map.copyOf(failing);
        return isChanged;
    }

    private boolean send(Way way, Delivery delivery, Outstanding outstanding, Instant now) {
        try {
            way.send(delivery.alert());
            resting.remove(way.name());
            outstanding.delivered(delivery);
            LOG.info(
                    "alert delivered way={} check={} status={}",
                    way.name(),
                    delivery.alert().check(),
                    delivery.alert().status());
            return true;
        } catch (UndeliveredException failed) {
            int times = Optional.ofNullable(resting.get(way.name()))
                            .map(Resting::times)
                            .orElse(0)
                    + 1;
            Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(times - 1, MOST_DOUBLINGS));
            Instant until = now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
            resting.put(way.name(), new Resting(times, until, failed.getMessage()));
            LOG.warn("alert not delivered, tried again at {} way={} reason={}", until, way.name(), failed.getMessage());
            return false;
        }
    }

    private boolean isResting(String way, Instant now) {
        return Optional.ofNullable(resting.get(way))
                .filter(rest -> now.isBefore(rest.until()))
                .isPresent();
    }

    /** @return why, by name of each way that fails */
    Map<String, String> failures() {
        return failures;
    }

    private record Resting(int times, Instant until, String why) {}
}

package org.lottrace.rest.internal.feed;

import java.time.Duration;

/**
 * How many feeds there may be, and how long.
 *
 * @param most open at a time
 * @param mostOfOneUser open at a time
 * @param look between two looks at the ledger
 * @param silence after which a sign of life is sent: proxies close what says nothing
 * @param stalled after which a feed ends that its reader does not read
 * @param longest after which it ends, to be asked for again by a login that is looked at again
 */
public record FeedLimits(
        int most, int mostOfOneUser, Duration look, Duration silence, Duration stalled, Duration longest) {
    public FeedLimits {
        if (most < 1 || mostOfOneUser < 1 || look.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "org.lottrace.rest: feeds.max, feeds.max.of.one.user and look.milliseconds must be 1 or more");
        }
    }

    static FeedLimits of(FeedConfig config) {
        return new FeedLimits(
                config.feeds_max(),
                config.feeds_max_of_one_user(),
                Duration.ofMillis(config.look_milliseconds()),
                Duration.ofSeconds(15),
                Duration.ofMinutes(1),
                Duration.ofMinutes(60));
    }
}

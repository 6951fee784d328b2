package org.lottrace.api.login;

import java.time.Duration;
import java.util.Optional;

/**
 * Logins that failed one after the other.
 *
 * @param account the user name that was given; empty: any, from that address
 * @param address where it came from; empty: from anywhere
 * @param failures how many
 * @param sinceLast how long ago the last of them was, in whole seconds
 * @param refusedFor so long every login is refused unseen, also with the right password; absent: the next one is looked at
 */
public record FailedLogin(
        String account, String address, int failures, Duration sinceLast, Optional<Duration> refusedFor) {}

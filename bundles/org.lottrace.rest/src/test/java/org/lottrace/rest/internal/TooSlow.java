package org.lottrace.rest.internal;

import java.lang.reflect.Proxy;
import java.time.Duration;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.operation.TimeLimit;

/** A ledger whose every answer takes longer than an answer may. */
final class TooSlow {
    private static final Duration LIMIT = Duration.ofSeconds(120);

    private TooSlow() {}

    static Ledger ledger() {
        return (Ledger) Proxy.newProxyInstance(
                Ledger.class.getClassLoader(), new Class<?>[] {Ledger.class}, (proxy, method, asked) -> {
                    throw TimeLimit.within(
                            LIMIT, () -> TimeLimit.current().orElseThrow().exceeded());
                });
    }
}

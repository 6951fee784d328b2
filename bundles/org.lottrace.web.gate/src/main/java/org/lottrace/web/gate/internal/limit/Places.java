package org.lottrace.web.gate.internal.limit;

import java.util.HashMap;
import java.util.Map;

/**
 * Places of requests that are worked on at a time. Each holds a thread, and as long as its sender likes: with a limit the pages, health
 * first of all, always have some left, and with a lower one for each user so has every other user.
 */
public final class Places {
    private final int most;
    private final int mostOfOneUser;
    private final Map<String, Integer> taken = new HashMap<>();
    private int all;

    public Places(int most, int mostOfOneUser) {
        if (most < 1 || mostOfOneUser < 1) {
            throw new IllegalArgumentException(
                    RequestLimitsConfig.PID + ": requests.max and requests.max.of.one.user must be 1 or more");
        }
        this.most = most;
        this.mostOfOneUser = mostOfOneUser;
    }

    static Places of(RequestLimitsConfig config) {
        return new Places(config.requests_max(), config.requests_max_of_one_user());
    }

    /** @throws RefusedBodyException if there is none left, nothing is taken then */
    synchronized void take(String user) throws RefusedBodyException {
        int own = taken.getOrDefault(user, 0);
        if (all >= most || own >= mostOfOneUser) {
            throw RefusedBodyException.notNow(
                    "TOO_MANY_REQUESTS",
                    "LotTrace is working on " + (all >= most ? all + " requests" : own + " requests of " + user)
                            + ", as many as it takes at a time. Send this one again when others are answered, or raise "
                            + (all >= most ? "requests.max" : "requests.max.of.one.user") + " in etc/"
                            + RequestLimitsConfig.PID
                            + ".cfg.",
                    1);
        }
        all++;
        taken.merge(user, 1, Integer::sum);
    }

    synchronized void giveBack(String user) {
        all--;
        taken.computeIfPresent(user, (name, count) -> count == 1 ? null : count - 1);
    }
}

package org.lottrace.web.jetty;

import java.util.HashMap;
import java.util.Map;

/** Places of requests that are worked on at a time, fewer for one address. */
final class Places {
    private final int most;
    private final int mostOfOneAddress;
    private final Map<String, Integer> taken = new HashMap<>();
    private int all;

    Places(int most, int mostOfOneAddress) {
        this.most = most;
        this.mostOfOneAddress = mostOfOneAddress;
    }

    /** @return false when none is left, and nothing is taken then */
    synchronized boolean take(String address) {
        int own = taken.getOrDefault(address, 0);
        if (all >= most || own >= mostOfOneAddress) {
            return false;
        }
        all++;
        taken.put(address, own + 1);
        return true;
    }

    synchronized void giveBack(String address) {
        all--;
        taken.computeIfPresent(address, (same, count) -> count == 1 ? null : count - 1);
    }
}

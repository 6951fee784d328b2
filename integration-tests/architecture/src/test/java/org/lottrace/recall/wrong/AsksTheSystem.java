package org.lottrace.recall.wrong;

import java.time.Instant;

/** A time that no test can set. */
public final class AsksTheSystem {
    public Instant time() {
        return Instant.now();
    }
}

package org.lottrace.recall.wrong;

/** The same by an older name. */
public final class CountsMilliseconds {
    public long time() {
        return System.currentTimeMillis();
    }
}

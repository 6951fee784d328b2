package org.lottrace.intake.internal;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets so many files be worked on at a time. A table takes some ten times the memory of its file; who waits for a turn holds the file alone. How many can wait is limited by the ways in, each
 * for itself.
 */
final class Turns {
    private final Semaphore free;

    Turns(int atATime) {
        free = new Semaphore(atATime, true);
    }

    <T> T during(Supplier<T> work) {
        free.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            free.release();
        }
    }
}

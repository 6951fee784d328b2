package org.lottrace.edi.x12.internal.exchange;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;

/** Does at once what it is given, on the thread that gives it: one lane after the other. */
final class AtOnce extends AbstractExecutorService {
    private volatile boolean isShut;

    @Override
    public void execute(Runnable work) {
        work.run();
    }

    @Override
    public void shutdown() {
        isShut = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        isShut = true;
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return isShut;
    }

    @Override
    public boolean isTerminated() {
        return isShut;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return isShut;
    }
}

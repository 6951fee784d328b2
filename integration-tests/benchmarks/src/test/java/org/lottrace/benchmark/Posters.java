package org.lottrace.benchmark;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Others who post all the time, one after the other on each thread, and remember what took longest. */
final class Posters implements AutoCloseable {
    private final AtomicLong longest = new AtomicLong();
    private final AtomicInteger posted = new AtomicInteger();
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
    private final CountDownLatch first;
    private final List<Thread> threads;
    private volatile boolean goOn = true;

    /** @param posting is given the number of the poster, from 0 */
    Posters(int number, IntConsumer posting) {
        first = new CountDownLatch(number);
        threads = IntStream.range(0, number)
                .mapToObj(poster -> new Thread(() -> post(poster, posting), "poster " + poster))
                .toList();
        threads.forEach(Thread::start);
    }

    private void post(int poster, IntConsumer posting) {
        try {
            while (goOn) {
                long begin = System.nanoTime();
                posting.accept(poster);
                longest.accumulateAndGet(System.nanoTime() - begin, Math::max);
                posted.incrementAndGet();
                first.countDown();
            }
        } catch (RuntimeException e) {
            failure.set(e);
            first.countDown();
        }
    }

    void awaitFirst() throws InterruptedException {
        first.await();
    }

    void forget() {
        longest.set(0);
        posted.set(0);
    }

    long longest() {
        return longest.get();
    }

    int posted() {
        return posted.get();
    }

    @Override
    public void close() throws InterruptedException {
        goOn = false;
        for (Thread thread : threads) {
            thread.join();
        }
        if (failure.get() != null) {
            throw failure.get();
        }
    }
}

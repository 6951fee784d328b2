package org.lottrace.rest.internal.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** All open feeds, and the one thread that looks for news while there are any. */
final class Feeds implements AutoCloseable {
    private final FeedLimits limits;
    private final List<Feed> open = new ArrayList<>();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "lottrace-feeds");
        made.setDaemon(true);
        return made;
    });

    private boolean stopped;

    Feeds(FeedLimits limits) {
        this.limits = limits;
        long pause = limits.look().toMillis();
        looking.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
    }

    /**
     * @param begin makes the feed, when there is room
     * @return false when there are as many as may be, or this has ended
     */
    synchronized boolean add(String user, Supplier<Feed> begin) {
        open.removeIf(Feed::isClosed);
        long own = open.stream().filter(feed -> feed.user().equals(user)).count();
        if (stopped || open.size() >= limits.most() || own >= limits.mostOfOneUser()) {
            return false;
        }
        return open.add(begin.get());
    }

    private void look() {
        List<Feed> all;
        synchronized (this) {
            open.removeIf(Feed::isClosed);
            all = List.copyOf(open);
        }
        all.forEach(Feed::look);
    }

    /** Every reader is told the end at once; it comes again when there is somebody to answer. */
    @Override
    public void close() {
        List<Feed> all;
        synchronized (this) {
            if (stopped) {
                return;
            }
            stopped = true;
            all = List.copyOf(open);
            open.clear();
        }
        looking.execute(() -> all.forEach(Feed::close));
        looking.shutdown();
    }
}

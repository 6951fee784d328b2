package org.lottrace.login.internal.audit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.lottrace.api.audit.AuditKind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * What waits to be written into the audit log, in memory and bounded: a login must not wait for the database, nor fail with it, and
 * logins are possible before it is there. What failed is counted for a minute, by account and address, and becomes one entry. Beyond
 * that many accounts of one address, or that many in all, it is counted for the address, or for nobody: a flood of guesses is
 * no flood of rows.
 */
@Component(service = AuditQueue.class)
public final class AuditQueue {
    static final int MOST_WAITING = 10_000;
    static final int MOST_ACCOUNTS_OF_AN_ADDRESS = 20;
    static final int MOST_COUNTED = 200;
    private static final int MOST_CONNECTIONS = 100;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final LongSupplier nanoseconds;
    private final Deque<Happened> waiting = new ArrayDeque<>();

    /** The one that began first stands first. */
    private final Map<AuditNote, Counted> counted = new LinkedHashMap<>();

    /** Those that came last. */
    private final Map<String, Boolean> connections = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST_CONNECTIONS;
        }
    };

    private long lost;

    @Activate
    public AuditQueue() {
        this(System::nanoTime);
    }

    /** @param nanoseconds as {@link System#nanoTime()}: there is no clock yet when the first logins come */
    public AuditQueue(LongSupplier nanoseconds) {
        this.nanoseconds = nanoseconds;
    }

    /** One entry of its own. */
    public synchronized void add(AuditNote note) {
        long now = nanoseconds.getAsLong();
        put(new Happened(note, now, now, 1));
    }

    /**
     * As {@link #add}, once for each connection: an SSH client may ask first whether a key would do, and then comes with it, and Karaf
     * asks the realm both times in the same way.
     */
    public synchronized void addOnce(String connection, AuditNote note) {
        if (connections.put(connection + " " + note.user(), true) == null) {
            add(note);
        }
    }

    /** Something that others can make happen as often as they like. */
    public synchronized void count(AuditNote note) {
        long now = nanoseconds.getAsLong();
        endMinutes(now, false);
        AuditNote key = counted.containsKey(note) ? note : bounded(note);
        counted.computeIfAbsent(key, first -> new Counted(now)).add(now);
    }

    private AuditNote bounded(AuditNote note) {
        if (counted.size() >= MOST_COUNTED) {
            return note.about("", "", "many accounts and addresses, counted together");
        }
        long ofAddress = counted.keySet().stream()
                .filter(other -> other.kind() == note.kind() && other.address().equals(note.address()))
                .count();
        // a lock is as rare as it must be, and says for whom it is
        return note.kind() == AuditKind.LOCKED || ofAddress < MOST_ACCOUNTS_OF_AN_ADDRESS
                ? note
                : note.about("", note.address(), "many accounts, counted together");
    }

    /** @param all also those whose minute is not over, because nothing more will come */
    private void endMinutes(long now, boolean all) {
        Iterator<Map.Entry<AuditNote, Counted>> oldest = counted.entrySet().iterator();
        while (oldest.hasNext()) {
            Map.Entry<AuditNote, Counted> next = oldest.next();
            Counted count = next.getValue();
            if (!all && now - count.first < MINUTE.toNanos()) {
                return;
            }
            oldest.remove();
            put(new Happened(next.getKey(), count.first, count.last, count.times));
        }
    }

    private void put(Happened happened) {
        if (waiting.size() < MOST_WAITING) {
            waiting.add(happened);
        } else {
            lost += happened.times();
        }
    }

    /** @return the first of those that wait, at most so many; they wait until they are {@link #written} */
    synchronized List<Happened> first(int most) {
        endMinutes(nanoseconds.getAsLong(), false);
        return waiting.stream().limit(most).toList();
    }

    /** The first so many need not wait any more. */
    synchronized void written(int many) {
        for (int i = 0; i < many; i++) {
            waiting.remove();
        }
    }

    /** As {@link #written}, for one that cannot be written. */
    synchronized void firstIsLost() {
        lost += waiting.remove().times();
    }

    /** Nothing more is counted in the minutes that have begun. */
    synchronized void endAllMinutes() {
        endMinutes(nanoseconds.getAsLong(), true);
    }

    synchronized int waiting() {
        return waiting.size();
    }

    synchronized long lost() {
        return lost;
    }

    /** @return how long ago that was */
    Duration ago(long then) {
        return Duration.ofNanos(nanoseconds.getAsLong() - then);
    }

    /** @return what is in it, for tests */
    public synchronized List<AuditNote> notes() {
        List<AuditNote> notes = new ArrayList<>();
        waiting.forEach(happened -> notes.add(happened.note()));
        notes.addAll(counted.keySet());
        return notes;
    }

    /**
     * @param first when, in nanoseconds
     * @param last when the last of them, in nanoseconds
     */
    record Happened(AuditNote note, long first, long last, int times) {}

    private static final class Counted {
        private final long first;
        private long last;
        private int times;

        Counted(long first) {
            this.first = first;
        }

        void add(long now) {
            last = now;
            times++;
        }
    }
}

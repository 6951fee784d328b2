package org.lottrace.edi.x12.internal.exchange;

import java.util.List;
import java.util.concurrent.Semaphore;
import org.lottrace.api.violation.Violation;
import org.lottrace.folder.FileHandler;
import org.lottrace.folder.NotNowException;

/**
 * Takes some large files at the same time and, beside them, some small ones: however many large ones are there, a small one of another lane
 * waits for none of them, and memory is needed for a few files only. Who has waited longest is next; no more than {@value #MOST_WAITING} of
 * each size keep a thread for that, the others ask again.
 */
final class SizedTurns implements FileHandler {
    /** Bytes; a notice of 2,000 lines. */
    static final long LARGE = 512L * 1024;

    /** Each keeps a thread. */
    static final int MOST_WAITING = 16;

    private final FileHandler handler;
    private final Semaphore large;
    private final Semaphore small;

    /** @param atOnce how many large ones and how many small ones are taken at the same time */
    SizedTurns(FileHandler handler, int atOnce) {
        this.handler = handler;
        this.large = new Semaphore(atOnce, true);
        this.small = new Semaphore(atOnce, true);
    }

    @Override
    public Runnable turn(long bytes) throws InterruptedException {
        Semaphore turns = bytes > LARGE ? large : small;
        if (turns.getQueueLength() >= MOST_WAITING) {
            throw new NotNowException(MOST_WAITING + " files wait already, and this one at the next look");
        }
        turns.acquire();
        return turns::release;
    }

    @Override
    public List<Violation> take(String name, byte[] content, boolean archived, Runnable proof) {
        return handler.take(name, content, archived, proof);
    }

    @Override
    public boolean isComplete(byte[] content) {
        return handler.isComplete(content);
    }

    @Override
    public void refused(String name, Violation why) {
        handler.refused(name, why);
    }
}

package org.lottrace.edi.as2.internal.peer;

import java.io.IOException;
import java.nio.file.Path;
import org.lottrace.edi.as2.internal.message.Disk;

/** Ends the program at one step: before it, or right behind it. */
public final class DyingDisk extends Disk {
    private final boolean isBehind;
    private int left;

    public DyingDisk(int steps, boolean isBehind) {
        this.left = steps;
        this.isBehind = isBehind;
    }

    /** The program is gone: nothing it might still do counts. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private interface Step {
        void run() throws IOException;
    }

    private synchronized void step(Step step) throws IOException {
        left--;
        if (left < 0 && !isBehind || left < -1) {
            throw new Killed();
        }
        step.run();
        if (left < 0) {
            throw new Killed();
        }
    }

    public synchronized boolean hasKilled() {
        return left < 0;
    }

    @Override
    public void write(Path file, byte[] content) throws IOException {
        step(() -> super.write(file, content));
    }

    @Override
    public void move(Path file, Path target) throws IOException {
        step(() -> super.move(file, target));
    }

    @Override
    public void delete(Path file) throws IOException {
        step(() -> super.delete(file));
    }
}

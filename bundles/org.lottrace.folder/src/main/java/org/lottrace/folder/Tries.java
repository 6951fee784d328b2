package org.lottrace.folder;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * How often each file could not be taken. The next try comes after one look, then after two, four and so on: a file that breaks
 * its handler does not keep the others waiting, and one that met a passing trouble gets its time.
 */
final class Tries {
    /** With two looks a second the last one comes after two minutes. */
    static final int MOST = 8;

    private static final int LONGEST_REASON = 500;

    private final Map<Path, Failed> failed = new HashMap<>();

    private record Failed(Shape shape, int times, long nextLook, String reason) {}

    /** @return false while the file is left alone */
    boolean isDue(Path file, long look) {
        return !failed.containsKey(file) || look >= failed.get(file).nextLook();
    }

    /** @return true when the file was tried as often as it makes sense; a file that has changed since is another one */
    boolean isOver(Path file, Shape shape) {
        Failed last = failed.get(file);
        return last != null && last.shape().equals(shape) && last.times() >= MOST;
    }

    /** @return why the last try failed */
    String reason(Path file) {
        return failed.get(file).reason();
    }

    void failed(Path file, Shape shape, long look, Throwable why) {
        Failed last = failed.get(file);
        int times = last != null && last.shape().equals(shape) ? last.times() + 1 : 1;
        failed.put(file, new Failed(shape, times, look + (1L << (times - 1)), cut(String.valueOf(why))));
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_REASON));
    }

    /** Forgets all other files. */
    void retain(Collection<Path> files) {
        failed.keySet().retainAll(files);
    }
}

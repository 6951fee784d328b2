package org.lottrace.edi.sftp.internal.outgoing;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** How often the server has said no to a file. The next try comes after one look, then after two, four and so on. */
public final class FileTries {
    /** With a look a minute the last one comes after two hours. */
    public static final int MOST = 8;

    private final Map<String, Refused> refused = new HashMap<>();
    private long look;

    private record Refused(int times, long nextLook, String reason) {}

    public void nextLook() {
        look++;
    }

    public boolean isDue(String file) {
        return !refused.containsKey(file) || look >= refused.get(file).nextLook();
    }

    /** @return what was said last of a file that is not due */
    public String reason(String file) {
        return refused.get(file).reason();
    }

    /** @return true when the file was tried as often as makes sense */
    public boolean refused(String file, String reason) {
        int times = refused.containsKey(file) ? refused.get(file).times() + 1 : 1;
        refused.put(file, new Refused(times, look + (1L << Math.min(times - 1, MOST)), reason));
        return times >= MOST;
    }

    public void forget(String file) {
        refused.remove(file);
    }

    /** Forgets all other files. */
    public void retain(Collection<String> files) {
        refused.keySet().retainAll(files);
    }
}

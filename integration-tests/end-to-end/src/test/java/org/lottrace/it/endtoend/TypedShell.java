package org.lottrace.it.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A shell into which somebody types. It says nowhere where the answer to a line ends: so a command that does not exist is typed behind each, and everything before the complaint about that
 * one is the answer.
 */
final class TypedShell {
    private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;?]*[a-zA-Z]|\u001b[=>]");
    private static final long PATIENCE_SECONDS = 120;
    private static final long LOOK_EVERY_NANOSECONDS = 2_000_000;
    private static final int BUFFER = 65_536;

    private final OutputStream keys;
    private final InputStream screen;
    private final StringBuilder unread = new StringBuilder();
    private int typed;

    TypedShell(OutputStream keys, InputStream screen) {
        this.keys = keys;
        this.screen = screen;
    }

    /** @return what the shell has shown since the line before, the line itself included */
    String answer(String line) throws IOException {
        String nothing = "no-such-command-" + typed++;
        keys.write((line + "\r" + nothing + "\r").getBytes(StandardCharsets.UTF_8));
        keys.flush();
        Pattern end = Pattern.compile("Command not found: " + nothing + "\\b");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        byte[] bytes = new byte[BUFFER];
        while (System.nanoTime() < deadline) {
            if (screen.available() == 0) {
                LockSupport.parkNanos(LOOK_EVERY_NANOSECONDS);
                continue;
            }
            int read = screen.read(bytes);
            unread.append(new String(bytes, 0, Math.max(0, read), StandardCharsets.ISO_8859_1));
            String shown = COLOURS.matcher(unread).replaceAll("");
            Matcher found = end.matcher(shown);
            if (found.find()) {
                unread.setLength(0);
                unread.append(shown, found.end(), shown.length());
                return shown.substring(0, found.start());
            }
        }
        throw new IOException("\"" + line + "\" has not ended after " + PATIENCE_SECONDS + " seconds: " + unread);
    }
}

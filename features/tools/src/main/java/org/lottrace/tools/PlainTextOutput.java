package org.lottrace.tools;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Leaves out terminal escape sequences ({@code ESC [ … letter}): Karaf colours its output even without a terminal. */
final class PlainTextOutput extends FilterOutputStream {
    private static final int ESCAPE = 0x1b;

    private enum Position {
        TEXT,
        AFTER_ESCAPE,
        IN_SEQUENCE
    }

    private Position position = Position.TEXT;

    PlainTextOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int octet) throws IOException {
        switch (position) {
            case TEXT -> {
                if (octet == ESCAPE) {
                    position = Position.AFTER_ESCAPE;
                } else {
                    out.write(octet);
                }
            }
            case AFTER_ESCAPE -> position = octet == '[' ? Position.IN_SEQUENCE : Position.TEXT;
            case IN_SEQUENCE -> {
                if (octet >= '@' && octet <= '~') {
                    position = Position.TEXT;
                }
            }
        }
    }

    /** A channel closes what it writes to; this process has more to say. */
    @Override
    public void close() throws IOException {
        flush();
    }
}

package org.lottrace.edi.as2.internal.outgoing;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.lottrace.edi.as2.internal.mime.Headers;
import org.lottrace.edi.as2.internal.mime.Slice;

/** Brings a message to the server of a partner. */
public interface Post {
    /**
     * @param body empty or not, it is sent as a whole
     * @throws UnreachableException if surely nothing came to the partner's program
     * @throws IOException if nobody knows whether it did
     */
    Answered send(URI url, Map<String, String> headers, Slice body) throws IOException;

    /**
     * @param body at most a megabyte
     */
    record Answered(int status, Headers headers, byte[] body) {
        private static final int CLASS = 100;

        boolean isWell() {
            return status / CLASS == 2;
        }
    }
}

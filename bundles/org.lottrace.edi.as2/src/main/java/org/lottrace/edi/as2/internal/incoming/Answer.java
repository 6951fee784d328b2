package org.lottrace.edi.as2.internal.incoming;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.lottrace.edi.as2.internal.mime.Entity;

/**
 * What is answered to an HTTP request.
 *
 * @param receipt with its headers; empty: the text
 */
public record Answer(int status, String text, Optional<Entity> receipt) {
    static final int OK = 200;
    static final int BAD_REQUEST = 400;
    static final int FORBIDDEN = 403;
    static final int UNAVAILABLE = 503;

    static Answer of(int status, String text) {
        return new Answer(status, text, Optional.empty());
    }

    static Answer of(Entity receipt) {
        return new Answer(OK, "", Optional.of(receipt));
    }

    byte[] bytes() {
        return (text.isEmpty() ? "" : text + "\n").getBytes(StandardCharsets.US_ASCII);
    }
}

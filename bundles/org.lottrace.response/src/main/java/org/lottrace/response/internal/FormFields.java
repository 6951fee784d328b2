package org.lottrace.response.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Reads the fields of a posted form ourselves: the web container's own limits are for all pages, and one of a thousand fields is
 * less than a notice of two hundred lines has.
 */
final class FormFields {
    private static final int CHUNK = 8192;

    /** Nanoseconds: what is small may come in one piece after a while. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

    private final long maximumBytes;
    private final long maximumNanoseconds;
    private final long bytesPerSecond;
    private final LongSupplier nanoTime;

    FormFields(PageConfig config) {
        this(
                config.body_max_bytes(),
                TimeUnit.SECONDS.toNanos(config.body_max_seconds()),
                config.body_min_bytes_per_second(),
                System::nanoTime);
    }

    /** For tests. */
    FormFields(long maximumBytes, long maximumNanoseconds, long bytesPerSecond, LongSupplier nanoTime) {
        if (maximumBytes < 1 || maximumNanoseconds < 1 || bytesPerSecond < 0) {
            throw new IllegalArgumentException(
                    PageConfig.PID
                            + ": body.max.bytes and body.max.seconds must be 1 or more, and body.min.bytes.per.second 0 or more");
        }
        this.bytesPerSecond = bytesPerSecond;
        this.maximumBytes = maximumBytes;
        this.maximumNanoseconds = maximumNanoseconds;
        this.nanoTime = nanoTime;
    }

    /**
     * @param announced value of Content-Length; negative when there is none
     * @return the fields of an {@code application/x-www-form-urlencoded} body in UTF-8
     * @throws TooMuchException if it is larger or slower than allowed, or ends too early; the rest of it is not read
     */
    Map<String, String> read(InputStream body, long announced) throws TooMuchException {
        if (announced > maximumBytes) {
            throw TooMuchException.tooLarge(maximumBytes);
        }
        long started = nanoTime.getAsLong();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        for (int read = fromSender(body, chunk); read >= 0; read = fromSender(body, chunk)) {
            text.write(chunk, 0, read);
            if (text.size() > maximumBytes) {
                throw TooMuchException.tooLarge(maximumBytes);
            }
            long taken = nanoTime.getAsLong() - started;
            if (taken > maximumNanoseconds) {
                throw TooMuchException.tooSlow(TimeUnit.NANOSECONDS.toSeconds(maximumNanoseconds));
            }
            if (taken > PATIENCE && text.size() < bytesPerSecond * TimeUnit.NANOSECONDS.toSeconds(taken)) {
                throw TooMuchException.tooSlow(TimeUnit.NANOSECONDS.toSeconds(taken));
            }
        }
        return parse(text.toString(StandardCharsets.UTF_8));
    }

    /** Who stops in the middle, or says nothing until the connection is closed, made a mistake; nothing of ours is broken. */
    private static int fromSender(InputStream body, byte[] chunk) throws TooMuchException {
        try {
            return body.read(chunk);
        } catch (IOException stopped) {
            throw TooMuchException.cutOff(stopped);
        }
    }

    /** @return the first value of each field; what is no field of a form is left out */
    static Map<String, String> parse(String encoded) {
        Map<String, String> fields = new HashMap<>();
        for (String field : encoded.split("&")) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.putIfAbsent(decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}

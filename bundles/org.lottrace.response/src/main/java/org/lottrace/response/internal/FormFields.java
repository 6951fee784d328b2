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

    private final long maximumBytes;
    private final long maximumNanoseconds;
    private final LongSupplier nanoTime;

    FormFields(PageConfig config) {
        this(config.body_max_bytes(), TimeUnit.SECONDS.toNanos(config.body_max_seconds()), System::nanoTime);
    }

    /** For tests. */
    FormFields(long maximumBytes, long maximumNanoseconds, LongSupplier nanoTime) {
        if (maximumBytes < 1 || maximumNanoseconds < 1) {
            throw new IllegalArgumentException(
                    PageConfig.PID + ": body.max.bytes and body.max.seconds must be 1 or more");
        }
        this.maximumBytes = maximumBytes;
        this.maximumNanoseconds = maximumNanoseconds;
        this.nanoTime = nanoTime;
    }

    /**
     * @param announced value of Content-Length; negative when there is none
     * @return the fields of an {@code application/x-www-form-urlencoded} body in UTF-8
     * @throws TooMuchException if it is larger or slower than allowed; the rest of it is not read
     */
    Map<String, String> read(InputStream body, long announced) throws IOException {
        if (announced > maximumBytes) {
            throw TooMuchException.tooLarge(maximumBytes);
        }
        long started = nanoTime.getAsLong();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
            text.write(chunk, 0, read);
            if (text.size() > maximumBytes) {
                throw TooMuchException.tooLarge(maximumBytes);
            }
            if (nanoTime.getAsLong() - started > maximumNanoseconds) {
                throw TooMuchException.tooSlow(TimeUnit.NANOSECONDS.toSeconds(maximumNanoseconds));
            }
        }
        return parse(text.toString(StandardCharsets.UTF_8));
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

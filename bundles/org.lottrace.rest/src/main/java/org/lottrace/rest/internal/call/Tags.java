package org.lottrace.rest.internal.call;

import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.rest.internal.json.Json;
import org.lottrace.rest.internal.json.Shapes;
import org.lottrace.rest.internal.problem.Fault;
import org.lottrace.rest.internal.problem.RefusedRequestException;

/**
 * Entity tags: the same value has the same one, on every node and after every restart.
 *
 * <p>Source: RFC 9110, 8.8.3 and 13.1.
 */
public final class Tags {
    private static final int PRECONDITION_FAILED = 412;
    private static final int BYTES = 16;
    private static final String ANY = "*";

    private Tags() {}

    /** @return the tag of that, as {@code GET} answers it */
    public static String of(Type type, Object value) {
        try {
            byte[] json = Json.text(Shapes.of(type), value).getBytes(StandardCharsets.UTF_8);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(json);
            return '"' + HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES)) + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @param header as it came; null when it did not */
    static boolean names(String header, String tag) {
        return header != null
                && Stream.of(header.split(","))
                        .map(one -> one.strip().replaceFirst("^W/", ""))
                        .anyMatch(one -> one.equals(ANY) || one.equals(tag));
    }

    /**
     * @param current what there is before it is written
     * @throws RefusedRequestException if it is not what the sender has seen, {@code If-Match}, or is there although it must not be,
     *     {@code If-None-Match: *}
     */
    public static void check(HttpHeaders headers, Type type, Optional<?> current) {
        String tag = current.map(value -> of(type, value)).orElse("");
        String match = headers.getHeaderString(HttpHeaders.IF_MATCH);
        String noneMatch = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (match != null && (current.isEmpty() || !names(match, tag))
                || current.isPresent() && names(noneMatch, tag)) {
            throw new RefusedRequestException(
                    PRECONDITION_FAILED,
                    new Fault(
                            "PRECONDITION_FAILED",
                            "",
                            current.isPresent()
                                    ? "it is there and has the tag " + tag + "; read it again, then decide"
                                    : "it is not there"));
        }
    }
}

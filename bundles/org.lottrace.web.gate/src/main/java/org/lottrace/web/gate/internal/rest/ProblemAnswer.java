package org.lottrace.web.gate.internal.rest;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lottrace.api.json.CanonicalJson;
import org.lottrace.web.gate.internal.Correlation;
import org.lottrace.web.gate.internal.limit.RefusedBodyException;

/**
 * What a caller of REST gets when the gate does not take a request, in the form in which the service behind it refuses.
 *
 * <p>Source: RFC 9457.
 */
public final class ProblemAnswer {
    static final String TYPE = "application/problem+json";

    private ProblemAnswer() {}

    /** Sends a refusal, with the time after which the same request may be taken. */
    static void send(HttpServletResponse response, RefusedBodyException refused) throws IOException {
        refused.retryAfter().ifPresent(seconds -> response.setHeader("Retry-After", String.valueOf(seconds)));
        send(response, refused.status(), refused.code(), refused.getMessage());
    }

    /** Sends a refusal and ends the answer. */
    public static void send(HttpServletResponse response, int status, String code, String message) throws IOException {
        byte[] body = text(status, code, message).getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(TYPE);
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    /** The status is the one number in it, which our JSON of texts does not have. */
    static String text(int status, String code, String message) {
        Map<String, Object> members = new TreeMap<>(Map.of(
                "title",
                "The request is not taken",
                "detail",
                message,
                "violations",
                List.of(Map.of("code", code, "path", "", "message", message))));
        if (Correlation.current() != null) {
            members.put("correlationId", Correlation.current());
        }
        return "{\"status\":" + status + "," + CanonicalJson.of(members).substring(1);
    }
}

package org.lottrace.metrics.internal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.lottrace.api.operation.CorrelationContext;
import org.slf4j.MDC;

/**
 * Counts requests, and gives each a name for the log: the one that comes with it ({@code X-Request-Id}), or one of its own. What the
 * gate refuses never comes here; it is in the audit log.
 */
final class RequestMeter extends HttpFilter {
    static final String HEADER = "X-Request-Id";

    private static final long serialVersionUID = 1L;
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._:-]{1,100}");
    private static final int CLASS = 100;

    private final transient MeterRegistry registry;

    RequestMeter(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String id = Optional.ofNullable(request.getHeader(HEADER))
                .filter(given -> SAFE.matcher(given).matches())
                .orElseGet(() -> UUID.randomUUID().toString());
        MDC.put(CorrelationContext.KEY, id);
        response.setHeader(HEADER, id);
        boolean isAnswered = false;
        try {
            chain.doFilter(request, response);
            isAnswered = true;
        } finally {
            MDC.remove(CorrelationContext.KEY);
            count(isAnswered ? response.getStatus() / CLASS + "xx" : "5xx");
        }
    }

    private void count(String status) {
        Counter.builder("lottrace.http.requests")
                .description("HTTP requests that were let in, by class of their status")
                .tag("status", status)
                .register(registry)
                .increment();
    }
}

package org.lottrace.console.web.internal.http;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.login.Login;
import org.lottrace.api.login.ProviderLogins;
import org.lottrace.api.login.ProviderUnavailableException;
import org.lottrace.console.web.internal.ConsoleContext;

/**
 * The way over the identity provider: there with {@code /login/provider}, back with {@code /login/answer}. What has begun is kept in a
 * cookie of that browser and nowhere else, so that nobody can fill our memory, and an answer counts only where it was asked for.
 */
final class ProviderLogin {
    static final String BEGIN = "provider";
    static final String ANSWER = "answer";

    private static final String COOKIE = "lottrace-login";
    private static final String PATH = ConsoleContext.PATH + "/login";
    private static final int SECONDS = 600;

    private final Supplier<Optional<ProviderLogins>> provider;
    private final LoginForm form;

    ProviderLogin(Supplier<Optional<ProviderLogins>> provider, LoginForm form) {
        this.provider = provider;
        this.form = form;
    }

    static boolean isStep(List<String> steps) {
        return steps.equals(List.of(BEGIN)) || steps.equals(List.of(ANSWER));
    }

    void answer(String step, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<ProviderLogins> there = provider.get();
        if (there.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            if (step.equals(BEGIN)) {
                begin(there.get(), request, response);
            } else {
                finish(there.get(), request, response);
            }
        } catch (ProviderUnavailableException away) {
            form.refuse(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "login.provider-away");
        }
    }

    private static void begin(ProviderLogins provider, HttpServletRequest request, HttpServletResponse response) {
        ProviderLogins.Begun begun = provider.begin();
        String wish = Origin.within(request.getParameter("to"));
        keep(response, request, written(begun, wish), SECONDS);
        Rendering.seeOther(response, begun.provider().toString());
    }

    private void finish(ProviderLogins provider, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<List<String>> kept = kept(request);
        keep(response, request, "", 0);
        Optional<Login> login = kept.flatMap(parts -> provider.finish(
                begun(parts), Optional.ofNullable(request.getQueryString()).orElse(""), request.getRemoteAddr()));
        if (login.isEmpty()) {
            form.refuse(request, response, HttpServletResponse.SC_UNAUTHORIZED, "login.provider-failed");
        } else {
            form.letIn(login.get(), Origin.within(kept.get().get(3)), request, response);
        }
    }

    private static ProviderLogins.Begun begun(List<String> parts) {
        return new ProviderLogins.Begun(URI.create(""), parts.get(0), parts.get(1), parts.get(2));
    }

    private static String written(ProviderLogins.Begun begun, String wish) {
        return Stream.of(begun.state(), begun.nonce(), begun.verifier(), wish)
                .map(part ->
                        Base64.getUrlEncoder().withoutPadding().encodeToString(part.getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.joining("."));
    }

    /** @return its four parts; empty when there is no such cookie, or somebody has written another into it */
    private static Optional<List<String>> kept(HttpServletRequest request) {
        return Arrays.stream(Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]))
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .filter(value -> value.matches("([A-Za-z0-9_-]+\\.){3}[A-Za-z0-9_-]+"))
                .map(value -> Arrays.stream(value.split("\\."))
                        .map(part -> new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8))
                        .toList())
                .findFirst();
    }

    private static void keep(HttpServletResponse response, HttpServletRequest request, String value, int seconds) {
        Cookie cookie = new Cookie(COOKIE, value);
        cookie.setPath(PATH);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setMaxAge(seconds);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}

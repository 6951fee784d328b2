package org.lottrace.console.web.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.lottrace.api.login.Login;
import org.lottrace.api.login.Logins;

/** Somebody at work: who logged in, what their forms must bring along, and how they want to see the console. */
final class Session {
    /** However busy somebody is: after a long shift they log in again. */
    private static final Duration LONGEST = Duration.ofHours(12);

    private static final String LOGIN = "login";
    private static final String BEGAN = "began";
    private static final String TOKEN = "token";
    private static final String LANGUAGE = "language";
    private static final String BOOKS = "books";
    private static final String THEME = "theme";
    private static final int TOKEN_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final HttpSession session;

    private Session(HttpSession session) {
        this.session = session;
    }

    /** @return the session of that request, unless there is none or it is over */
    static Optional<Session> of(HttpServletRequest request, Instant now) {
        return Optional.ofNullable(request.getSession(false))
                .filter(session -> session.getAttribute(LOGIN) != null)
                .filter(session -> now.isBefore(((Instant) session.getAttribute(BEGAN)).plus(LONGEST)))
                .map(Session::new);
    }

    /** Begins one. What the browser brought along before is not it, so that nobody can give somebody else a session that they know. */
    static Session begin(HttpServletRequest request, Login login, Instant now) {
        Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
        HttpSession session = request.getSession(true);
        byte[] token = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(token);
        session.setAttribute(LOGIN, login);
        session.setAttribute(BEGAN, now);
        session.setAttribute(TOKEN, HexFormat.of().formatHex(token));
        return new Session(session);
    }

    void end() {
        session.invalidate();
    }

    Login login() {
        return (Login) session.getAttribute(LOGIN);
    }

    /** @return false when rights have changed since, or whoever vouched for them has to be asked again */
    boolean isCurrent(Logins logins, Instant now) {
        return login().ends().map(now::isBefore).orElseGet(() -> logins.isCurrent(login()));
    }

    String token() {
        return (String) session.getAttribute(TOKEN);
    }

    boolean isToken(String sent) {
        return sent != null
                && MessageDigest.isEqual(
                        token().getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }

    String language() {
        return text(LANGUAGE);
    }

    /** @return the company whose books this reader looks at; empty for the common ones */
    String books() {
        return text(BOOKS);
    }

    void lookAt(String books) {
        session.setAttribute(BOOKS, books);
    }

    String theme() {
        return text(THEME);
    }

    void prefer(String language, String theme) {
        session.setAttribute(LANGUAGE, language);
        session.setAttribute(THEME, theme);
    }

    private String text(String name) {
        return Optional.ofNullable((String) session.getAttribute(name)).orElse("");
    }
}

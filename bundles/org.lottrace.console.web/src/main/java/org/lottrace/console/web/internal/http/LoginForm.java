package org.lottrace.console.web.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.lottrace.api.login.Login;
import org.lottrace.api.login.Logins;
import org.lottrace.console.web.internal.text.Languages;
import org.lottrace.console.web.internal.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The form with user and password. */
public final class LoginForm {
    private static final Logger LOG = LoggerFactory.getLogger(LoginForm.class);
    private static final int LONGEST = 1_000;

    private final Logins logins;
    private final Clock clock;
    private final Rendering rendering;

    LoginForm(Logins logins, Clock clock, Rendering rendering) {
        this.logins = logins;
        this.clock = clock;
        this.rendering = rendering;
    }

    /**
     * @param to where the reader wanted to go
     * @param user as typed
     * @param problem key of the text that says why the last attempt failed, empty at the first one
     */
    public record View(String to, String user, String problem) {}

    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        form(request, response, HttpServletResponse.SC_OK, "", "");
    }

    void take(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String user = text(request, "user").strip();
        String password = text(request, "password");
        if (!Origin.isHere(request)) {
            form(request, response, HttpServletResponse.SC_FORBIDDEN, user, "login.elsewhere");
            return;
        }
        boolean canBeRight = !user.isEmpty() && user.length() <= LONGEST && password.length() <= LONGEST;
        Optional<Login> login =
                canBeRight ? logins.withPassword(user, password, request.getRemoteAddr()) : Optional.empty();
        if (login.isEmpty()) {
            form(request, response, HttpServletResponse.SC_UNAUTHORIZED, user, "login.failed");
        } else if (login.get().caller().roles().isEmpty()) {
            LOG.warn(
                    "console login without a role user={}", login.get().caller().name());
            form(request, response, HttpServletResponse.SC_FORBIDDEN, user, "login.no-role");
        } else {
            Session.begin(request, login.get(), clock.instant());
            LOG.info("console login user={}", login.get().caller().name());
            Rendering.seeOther(response, Origin.within(text(request, "to")));
        }
    }

    private void form(HttpServletRequest request, HttpServletResponse response, int status, String user, String problem)
            throws IOException {
        Texts texts = Texts.in(Languages.language("", Languages.wanted(request.getLocales())));
        rendering.login(new View(Origin.within(text(request, "to")), user, problem), texts, response, status);
    }

    private static String text(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}

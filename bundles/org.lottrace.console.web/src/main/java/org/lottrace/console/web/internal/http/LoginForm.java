package org.lottrace.console.web.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.lottrace.api.login.Login;
import org.lottrace.api.login.Logins;
import org.lottrace.api.login.ProviderLogins;
import org.lottrace.console.web.internal.ConsoleContext;
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
    private final Supplier<Optional<ProviderLogins>> provider;

    LoginForm(Logins logins, Supplier<Optional<ProviderLogins>> provider, Clock clock, Rendering rendering) {
        this.provider = provider;
        this.logins = logins;
        this.clock = clock;
        this.rendering = rendering;
    }

    /**
     * @param to where the reader wanted to go
     * @param user as typed
     * @param provider what the identity provider is called, empty when there is none
     * @param problem key of the text that says why the last attempt failed, empty at the first one
     */
    public record View(String to, String user, String provider, String problem) {
        /** @return where the way over the provider begins */
        public String providerAddress() {
            return ConsoleContext.PATH + "/login/provider?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
        }
    }

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
        } else {
            letIn(login.get(), Origin.within(text(request, "to")), request, response);
        }
    }

    /** @param wish an address of the console */
    void letIn(Login login, String wish, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String user = login.caller().name();
        if (login.caller().roles().isEmpty()) {
            LOG.warn("console login without a role user={}", user);
            form(request, response, HttpServletResponse.SC_FORBIDDEN, user, "login.no-role");
        } else {
            Session.begin(request, login, clock.instant());
            LOG.info("console login user={}", user);
            Rendering.seeOther(response, wish);
        }
    }

    void refuse(HttpServletRequest request, HttpServletResponse response, int status, String problem)
            throws IOException {
        form(request, response, status, "", problem);
    }

    private void form(HttpServletRequest request, HttpServletResponse response, int status, String user, String problem)
            throws IOException {
        Texts texts = Texts.in(Languages.language("", Languages.wanted(request.getLocales())));
        rendering.login(
                new View(
                        Origin.within(text(request, "to")),
                        user,
                        provider.get().map(ProviderLogins::name).orElse(""),
                        problem),
                texts,
                response,
                status);
    }

    private static String text(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}

package org.lottrace.console.web.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.lottrace.api.login.Logins;
import org.lottrace.api.login.ProviderLogins;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.transaction.RecordLocks;
import org.lottrace.console.web.internal.ConsoleContext;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Parameters;
import org.lottrace.console.web.internal.page.Preferences;
import org.lottrace.console.web.internal.page.Visit;
import org.lottrace.console.web.internal.text.Formats;
import org.lottrace.console.web.internal.text.Languages;
import org.lottrace.console.web.internal.text.Texts;

/**
 * The one way into the console. Nobody sees a page without having logged in, nobody changes anything with a form that is not of their
 * own session, and what is not read or sent by a page's rules ends here.
 */
public final class FrontDoor {
    private static final String TOKEN = "token";
    private static final String TOKEN_HEADER = "X-CSRF-Token";

    private final Operations operations;
    private final Supplier<Optional<RecordLocks>> locks;
    private final Logins logins;
    private final Clock clock;
    private final List<Page> all;
    private final Map<String, Page> pages;
    private final Rendering rendering = new Rendering();
    private final LoginForm loginForm;
    private final ProviderLogin providerLogin;

    /**
     * @param locks keep others from a record that is replaced; there while there is a database
     * @param provider another way to log in, which may come and go
     */
    public FrontDoor(
            Operations operations,
            Supplier<Optional<RecordLocks>> locks,
            Logins logins,
            Supplier<Optional<ProviderLogins>> provider,
            Clock clock,
            List<Page> pages) {
        this.operations = operations;
        this.locks = locks;
        this.logins = logins;
        this.clock = clock;
        this.all = List.copyOf(pages);
        this.pages = pages.stream().collect(Collectors.toMap(Page::path, Function.identity()));
        this.loginForm = new LoginForm(logins, provider, clock, rendering);
        this.providerLogin = new ProviderLogin(provider, loginForm);
    }

    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Headers.on(request, response);
        Address address = Address.of(Optional.ofNullable(request.getPathInfo()).orElse("/"));
        boolean isRead = List.of("GET", "HEAD").contains(request.getMethod());
        boolean isChange = request.getMethod().equals("POST");
        if (!isRead && !isChange) {
            response.setHeader("Allow", "GET, HEAD, POST");
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (address.page().equals("assets")) {
            asset(address, request, response);
        } else if (address.page().equals("login") && Uploads.isMultipart(request)) {
            response.setStatus(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE); // files only of those who have logged in
        } else if (address.page().equals("login")) {
            login(address, isRead, request, response);
        } else {
            Optional<Session> session = Session.of(request, clock.instant());
            if (session.filter(known -> known.isCurrent(logins, clock.instant()))
                    .isPresent()) {
                work(session.get(), address, isRead, request, response);
            } else {
                session.ifPresent(Session::end);
                askToLogIn(isRead, request, response);
            }
        }
    }

    private void login(Address address, boolean isRead, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (SentForm.read(request).isEmpty()) {
            Texts texts = Texts.in(Languages.language("", Languages.wanted(request.getLocales())));
            Rendering.plain(response, texts, new Answer.Failure(HttpServletResponse.SC_BAD_REQUEST, "error.form"));
        } else if (isRead && ProviderLogin.isStep(address.rest())) {
            providerLogin.answer(address.rest().get(0), request, response);
        } else if (isRead) {
            loginForm.show(request, response);
        } else {
            loginForm.take(request, response);
        }
    }

    private static void asset(Address address, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (address.rest().size() != 1 || !Assets.send(address.rest().get(0), request, response)) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** A part of a page that a script asks for is not replaced by the form: the script is told to go there. */
    private static void askToLogIn(boolean isRead, HttpServletRequest request, HttpServletResponse response) {
        String query = Optional.ofNullable(request.getQueryString())
                .map(text -> "?" + text)
                .orElse("");
        String wish = isRead ? request.getRequestURI() + query : ConsoleContext.PATH + "/";
        String form = ConsoleContext.PATH + "/login?to=" + URLEncoder.encode(wish, StandardCharsets.UTF_8);
        if (request.getHeader("HX-Request") == null) {
            Rendering.seeOther(response, form);
        } else {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader("HX-Redirect", ConsoleContext.PATH + "/login");
        }
    }

    private void work(
            Session session, Address address, boolean isRead, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<Parameters> sent = SentForm.read(request);
        Visit visit = visit(session, address, sent.orElse(new Parameters(Map.of())), request);
        Answer answer;
        try {
            if (sent.isEmpty()) {
                answer = new Answer.Failure(413, "error.too-large");
            } else {
                answer = isRead ? shown(visit) : changed(session, visit, request);
            }
        } catch (RuntimeException | LinkageError failure) {
            answer = Failures.of(failure, request.getPathInfo());
        }
        write(answer, visit, request, response);
    }

    /** A template that fails is our defect; the reader gets a page all the same, and nothing of the one that failed. */
    private void write(Answer answer, Visit visit, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            rendering.write(answer, visit, response);
        } catch (RuntimeException | LinkageError defect) {
            if (response.isCommitted()) {
                throw defect;
            }
            Rendering.plain(response, visit.texts(), Failures.of(defect, request.getPathInfo()));
        }
    }

    private Answer shown(Visit visit) {
        Page page = pages.get(visit.address().page());
        if (page == null) {
            return Answer.NOT_FOUND;
        }
        return visit.may(page.needs()) ? page.show(visit) : notAllowed();
    }

    private Answer changed(Session session, Visit visit, HttpServletRequest request) {
        String sent = Optional.ofNullable(request.getHeader(TOKEN_HEADER))
                .orElse(visit.parameters().text(TOKEN));
        if (!Origin.isHere(request) || !session.isToken(sent)) {
            return new Answer.Failure(403, "error.token");
        }
        if (visit.address().page().equals("logout")) {
            session.end();
            return new Answer.SeeOther(ConsoleContext.PATH + "/login");
        }
        if (visit.address().page().equals("preferences")) {
            session.prefer(
                    visit.parameters().text("language"), visit.parameters().text("theme"));
            return new Answer.SeeOther(Origin.within(visit.parameters().text("to")));
        }
        if (visit.address().page().equals("books")) {
            session.lookAt(visit.parameters().text("company"));
            return new Answer.SeeOther(ConsoleContext.PATH + "/accounts");
        }
        Page page = pages.get(visit.address().page());
        if (page == null) {
            return Answer.NOT_FOUND;
        }
        return visit.may(page.needs()) ? page.change(visit) : notAllowed();
    }

    private static Answer notAllowed() {
        return new Answer.Failure(403, "error.page-not-allowed");
    }

    private Visit visit(Session session, Address address, Parameters parameters, HttpServletRequest request) {
        List<Locale> wanted = Languages.wanted(request.getLocales());
        Locale language = Languages.language(session.language(), wanted);
        Texts texts = Texts.in(language);
        Formats formats = new Formats(Languages.formats(language, wanted), texts);
        return new Visit(
                session.login().caller(),
                operations,
                locks,
                address,
                parameters,
                new Preferences(texts, formats, session.theme()),
                session.token(),
                session.books(),
                all,
                clock);
    }
}

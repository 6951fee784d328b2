package org.lottrace.console.web.internal;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.lottrace.api.login.Login;
import org.lottrace.api.login.Logins;
import org.lottrace.api.login.ProviderLogins;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.operation.Role;
import org.lottrace.api.transaction.RecordLocks;
import org.lottrace.console.web.internal.desk.AtOnce;
import org.lottrace.console.web.internal.desk.Fake;
import org.lottrace.console.web.internal.http.FrontDoor;
import org.lottrace.console.web.internal.http.LiveStreams;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.operation.testing.TestOperations;
import org.lottrace.persistence.testing.SentStatements;

/**
 * The console with some pages on a random port of 127.0.0.1, and a browser that keeps its cookies; only Pax Web and OSGi are left out.
 * A user is named like a role and has it, {@code nobody} has none; the password of all is {@code secret}. It is noon in Hamburg on
 * 26 November 2026.
 */
public final class ConsoleUnderTest implements AutoCloseable {
    public static final Instant NOW = Instant.parse("2026-11-26T11:00:00Z");

    private static final String ALL_ROLES = "everybody";
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([0-9a-f]+)\"");

    private final Server server = new Server(new InetSocketAddress("127.0.0.1", 0));
    private final Users users = new Users();
    private final HandsOfAClock clock = new HandsOfAClock();
    private final LiveStreams live;
    private volatile CompletableFuture<List<String>> sent = new CompletableFuture<>();
    private CookieManager cookies;
    private HttpClient browser;
    private volatile ProviderLogins provider;

    private ConsoleUnderTest(Operations operations, RecordLocks locks, List<Page> pages) {
        FrontDoor door = new FrontDoor(
                operations, () -> Optional.of(locks), users, () -> Optional.ofNullable(provider), clock, pages);
        live = new LiveStreams(operations, users, clock);
        ServletContextHandler context = new ServletContextHandler("/console", ServletContextHandler.SESSIONS);
        context.addServlet(
                new ServletHolder(new HttpServlet() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected void service(HttpServletRequest request, HttpServletResponse response)
                            throws IOException {
                        sent.complete(SentStatements.of(() -> {
                            try {
                                door.answer(request, response);
                            } catch (IOException broken) {
                                throw new UncheckedIOException(broken);
                            }
                        }));
                    }
                }),
                "/*");
        ServletHolder events = new ServletHolder(new HttpServlet() {
            private static final long serialVersionUID = 1L;

            @Override
            protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
                live.open(request, response);
            }
        });
        events.setAsyncSupported(true);
        context.addServlet(events, "/events");
        server.setHandler(context);
        LifeCycle.start(server);
        openAnotherBrowser();
    }

    /**
     * @param booksOf whose books a login may use, as the configuration has it
     * @param services as {@link #with} takes them
     */
    public static ConsoleUnderTest withBooks(String booksOf, List<Page> pages, Object... services) {
        return new ConsoleUnderTest(
                TestOperations.over(new String[] {booksOf}, Fake.withCompanies(services)), new AtOnce(), pages);
    }

    /** @param services real ones or stand-ins, each for the interfaces of the catalogue that it implements */
    public static ConsoleUnderTest with(List<Page> pages, Object... services) {
        return with(new AtOnce(), pages, services);
    }

    /** As {@link #with(List, Object...)}, over a database of which there are other nodes. */
    public static ConsoleUnderTest with(RecordLocks locks, List<Page> pages, Object... services) {
        return new ConsoleUnderTest(TestOperations.over(Fake.withCompanies(services)), locks, pages);
    }

    /** As if one were configured now. */
    public void configure(ProviderLogins identityProvider) {
        provider = identityProvider;
    }

    /** As if somebody else sat down at another machine. */
    public void openAnotherBrowser() {
        cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
        browser = HttpClient.newBuilder().cookieHandler(cookies).build();
    }

    public ConsoleUnderTest loggedInAs(Role role) {
        return loggedInAs(role.code());
    }

    /** As somebody who may do everything there is. */
    public ConsoleUnderTest loggedInWithAllRoles() {
        return loggedInAs(ALL_ROLES);
    }

    private ConsoleUnderTest loggedInAs(String user) {
        HttpResponse<String> answer = post("/login", "user", user, "password", "secret");
        if (answer.statusCode() != HttpServletResponse.SC_SEE_OTHER) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return this;
    }

    /** @param path below {@code /console} */
    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path).GET(), headers);
    }

    /** @param namesAndValues the fields of the form, as they are; {@link #token()} is one of them */
    public HttpResponse<String> post(String path, String... namesAndValues) {
        return send(form(path, namesAndValues));
    }

    public HttpRequest.Builder form(String path, String... namesAndValues) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.append(i == 0 ? "" : "&")
                    .append(encoded(namesAndValues[i]))
                    .append('=')
                    .append(encoded(namesAndValues[i + 1]));
        }
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    }

    /** @return what a form of this session brings along */
    public String token() {
        return token("/");
    }

    /** As {@link #token()}, of a console without a start page. */
    public String token(String path) {
        Matcher token = TOKEN.matcher(get(path).body());
        if (!token.find()) {
            throw new IllegalStateException("the page has no token");
        }
        return token.group(1);
    }

    public List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    public void setCookie(HttpCookie cookie) {
        cookies.getCookieStore().add(address("/"), cookie);
    }

    /** @return how many statements the last page sent to the database, without commits; the answer may have come before its end */
    public long statements() {
        return sent.orTimeout(20, TimeUnit.SECONDS).join().stream()
                .filter(sql -> !sql.equals(SentStatements.COMMIT))
                .count();
    }

    /** @return what the last page sent more than thrice, with how often */
    public List<String> repeatedStatements() {
        return sent.join().stream()
                .collect(Collectors.groupingBy(sql -> sql, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(statement -> statement.getValue() > 3)
                .map(statement -> statement.getValue() + " times " + statement.getKey())
                .sorted()
                .toList();
    }

    /** Lets time go by. */
    public void later(Duration time) {
        clock.now = clock.now.plus(time);
    }

    /** As when an administrator changes the password or the roles of that user. */
    public void changeUser(Role role) {
        users.changed.put(role.code(), "changed");
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address(path));
    }

    private URI address(String path) {
        return URI.create(
                "http://127.0.0.1:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort() + "/console" + path);
    }

    public HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
        if (headers.length > 0) {
            request.headers(headers);
        }
        sent = new CompletableFuture<>();
        try {
            return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** @return the lines of an answer as they come, or none when it is refused */
    public HttpResponse<Stream<String>> follow(String path) {
        try {
            return browser.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofLines());
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** As when the bundle stops. */
    public void endLiveStreams() {
        live.close();
    }

    @Override
    public void close() {
        live.close();
        LifeCycle.stop(server);
    }

    private static final class HandsOfAClock extends Clock {
        private volatile Instant now = NOW;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Europe/Berlin");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class Users implements Logins {
        private final Map<String, String> changed = new ConcurrentHashMap<>();

        @Override
        public Optional<Login> withPassword(String user, String password, String address) {
            Set<Role> roles = Arrays.stream(Role.values())
                    .filter(role -> role.code().equals(user) || user.equals(ALL_ROLES) && role.isOfLogin())
                    .collect(Collectors.toSet());
            return password.equals("secret") && (!roles.isEmpty() || user.equals("nobody"))
                    ? Optional.of(new Login(new Caller(user, roles), standing(user)))
                    : Optional.empty();
        }

        @Override
        public boolean isCurrent(Login login) {
            return login.standing().equals(standing(login.caller().name()));
        }

        private String standing(String user) {
            return changed.getOrDefault(user, "as it was");
        }
    }
}

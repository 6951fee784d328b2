package org.lottrace.console.web.internal.recall;

import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.company.WorkingBakery.leaving;
import static org.lottrace.company.WorkingBakery.on;
import static org.lottrace.company.WorkingBakery.recorded;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.lottrace.api.catalogue.Catalogue;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.login.Login;
import org.lottrace.api.login.Logins;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.recall.RecallCases;
import org.lottrace.company.WorkingBakery;
import org.lottrace.console.web.internal.http.FrontDoor;
import org.lottrace.operation.testing.TestOperations;

/**
 * The pages about recalls behind the front door, on a bakery with its real services and roles: 240 pieces of bread were baked from
 * flour L1, and the supermarket got 40 of them with shipment S1.
 */
final class RecallConsole {
    static final String COORDINATOR = "rita";
    static final String AUDITOR = "otto";
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([0-9a-f]+)\"");

    final WorkingBakery bakery = new WorkingBakery().withFlour();
    final LotKey bread = bakery.baked("BREAD-1");
    private final Server server = new Server(0);
    private HttpClient browser = newBrowser();
    private String language = "en";

    RecallConsole() throws Exception {
        bakery.ordered(aSalesOrder("SO1").ordering(BREAD, "40 C62").build());
        bakery.reserve("SO1", 1, bread, SHELF, "40 C62");
        recorded(bakery.ship("ship-1", "S1", "SO1", leaving(1, on(SHELF, bread, "40 C62"))));
        FrontDoor door = new FrontDoor(
                TestOperations.over(services()),
                Optional::empty,
                new EverybodyWithARole(),
                Optional::empty,
                Bakery.CLOCK,
                List.of(new RecallPage()));
        ServletContextHandler console = new ServletContextHandler(ServletContextHandler.SESSIONS);
        console.setContextPath("/console");
        console.addServlet(new ServletHolder(new Console(door)), "/*");
        server.setHandler(console);
        server.start();
    }

    RecallCases cases() {
        return bakery.company().service(RecallCases.class);
    }

    RecallConsole as(String user) throws Exception {
        browser = newBrowser();
        post("/console/login", "user", user, "password", "right");
        return this;
    }

    RecallConsole in(String wanted) {
        language = wanted;
        return this;
    }

    HttpResponse<String> get(String path) throws Exception {
        return browser.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Where a form that was taken leads to. */
    HttpResponse<String> follow(HttpResponse<String> answer) throws Exception {
        return get(answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body())));
    }

    HttpResponse<String> post(String path, String... namesAndValues) throws Exception {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(namesAndValues[i] + "=" + URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return browser.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(String.join("&", fields)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a form as it stands in the page, with what is typed into it. */
    HttpResponse<String> send(HttpResponse<String> page, String path, String... typed) throws Exception {
        return post(
                path,
                Stream.concat(Stream.of("token", found(TOKEN, page.body())), Stream.of(typed))
                        .toArray(String[]::new));
    }

    /** Opens a case for the flour. */
    HttpResponse<String> open(HttpResponse<String> form, String... other) throws Exception {
        return send(
                form,
                "/console/recall/open",
                Stream.concat(
                                Stream.of(other),
                                Stream.of(
                                        "id", value(form, "id"),
                                        "do", "open",
                                        "lots", "L1",
                                        "reason", "pieces of <b>glass</b>",
                                        "hazard", "cuts",
                                        "instructions", "keep it apart",
                                        "contact", "Rita, +49 30 1",
                                        "mode", "REAL",
                                        "class", "I",
                                        "regime", "EU_FOOD",
                                        "trigger", "COMPLAINT",
                                        "depth", "RETAIL",
                                        "warning", "NONE",
                                        "level", "A",
                                        "decidedBy", "Rita",
                                        "decidedAt", value(form, "decidedAt"),
                                        "site", Bakery.BERLIN.value()))
                        .toArray(String[]::new));
    }

    static String value(HttpResponse<String> page, String field) {
        return found(Pattern.compile("name=\"" + field + "\"[^>]* value=\"([^\"]*)\""), page.body());
    }

    /** What a reader sees, without the tags. */
    static String text(HttpResponse<String> page) {
        return page.body().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    void close() throws Exception {
        server.stop();
        bakery.company().close();
    }

    private static String found(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new AssertionError(pattern + " is not in " + text);
        }
        return found.group(1);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(
                        "http://localhost:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort() + path))
                .header("Accept-Language", language);
    }

    private static HttpClient newBrowser() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    private static final class Console extends HttpServlet {
        private static final long serialVersionUID = 1L;
        private final transient FrontDoor door;

        Console(FrontDoor door) {
            this.door = door;
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            door.answer(request, response);
        }
    }

    /** All that are on the class path; the others are not installed. */
    private Object[] services() {
        return Catalogue.services().stream()
                .flatMap(service -> installed(service).stream())
                .toArray();
    }

    private Optional<?> installed(Class<?> service) {
        try {
            return Optional.of(bakery.company().service(service));
        } catch (IllegalStateException notInstalled) {
            return Optional.empty();
        }
    }

    private static final class EverybodyWithARole implements Logins {
        @Override
        public Optional<Login> withPassword(String user, String password, String address) {
            Set<Role> roles = user.equals(AUDITOR)
                    ? Set.of(Role.AUDITOR)
                    : Stream.of(Role.RECALL_COORDINATOR, Role.RECALL_QUALITY, Role.RECALL_SIGNATORY)
                            .collect(Collectors.toSet());
            return Optional.of(new Login(new Caller(user, roles), ""));
        }

        @Override
        public boolean isCurrent(Login login) {
            return true;
        }
    }
}

package org.lottrace.console.web.internal.desk;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.CookieManager;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.login.Login;
import org.lottrace.api.login.Logins;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.console.web.internal.http.FrontDoor;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.operation.testing.TestOperations;

/** Some pages in a web server, over services that a test gives, as somebody with some roles sees them in their browser. */
public final class DeskUnderTest implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([0-9a-f]+)\"");

    private final Server server = new Server(new InetSocketAddress("127.0.0.1", 0));
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private DeskUnderTest(Set<Role> roles, List<Page> pages, Object... services) {
        Login login = new Login(new Caller("ada", roles), "");
        Logins logins = new Logins() {
            @Override
            public Optional<Login> withPassword(String user, String password, String address) {
                return Optional.of(login);
            }

            @Override
            public boolean isCurrent(Login known) {
                return true;
            }
        };
        FrontDoor door = new FrontDoor(
                TestOperations.over(Fake.withCompanies(services)),
                () -> Optional.of(new AtOnce()),
                logins,
                Optional::empty,
                Bakery.CLOCK,
                pages);
        ServletContextHandler context = new ServletContextHandler("/console", ServletContextHandler.SESSIONS);
        ServletHolder holder = new ServletHolder(new HttpServlet() {
            private static final long serialVersionUID = 1L;

            @Override
            protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
                door.answer(request, response);
            }
        });
        holder.getRegistration().setMultipartConfig(new MultipartConfigElement(""));
        context.addServlet(holder, "/*");
        server.setHandler(context);
        LifeCycle.start(server);
        post("/console/login", "user", "ada", "password", "secret");
    }

    /** @param services real ones or fakes, each by the interfaces that it implements */
    public static DeskUnderTest as(Role role, List<Page> pages, Object... services) {
        return new DeskUnderTest(Set.of(role), pages, services);
    }

    /** @param roles that the reader has, several */
    public static DeskUnderTest as(Set<Role> roles, List<Page> pages, Object... services) {
        return new DeskUnderTest(roles, pages, services);
    }

    public HttpResponse<String> get(String path) {
        return sent(HttpRequest.newBuilder(address(path)));
    }

    /** @return a file that is no text */
    public HttpResponse<byte[]> file(String path) {
        try {
            return browser.send(HttpRequest.newBuilder(address(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** @return the body of a page that is there */
    public String page(String path) {
        HttpResponse<String> response = get(path);
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " answers " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    /** As {@link #page(String)}, for somebody whose browser asks for that language. */
    public String page(String path, String language) {
        return sent(HttpRequest.newBuilder(address(path)).header("Accept-Language", language))
                .body();
    }

    /** Sends a form with the token of this session. */
    public HttpResponse<String> send(String path, String... namesAndValues) {
        String[] all = java.util.Arrays.copyOf(namesAndValues, namesAndValues.length + 2);
        all[namesAndValues.length] = "token";
        all[namesAndValues.length + 1] = token();
        return post(path, all);
    }

    /** Sends a form with a file and other fields, as a browser does. */
    public HttpResponse<String> sendFile(String path, String field, String content, String... namesAndValues) {
        String between = "----between";
        StringBuilder others = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            others.append(part(between, namesAndValues[i]))
                    .append("\r\n\r\n")
                    .append(namesAndValues[i + 1])
                    .append("\r\n");
        }
        String body = others + part(between, "token") + "\r\n\r\n" + token() + "\r\n" + part(between, field)
                + "; filename=\"f.edi\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n" + content + "\r\n--" + between + "--\r\n";
        return sent(HttpRequest.newBuilder(address(path))
                .header("Content-Type", "multipart/form-data; boundary=" + between)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String part(String between, String name) {
        return "--" + between + "\r\nContent-Disposition: form-data; name=\"" + name + "\"";
    }

    /** @return the token of this session, as a form of any page has it */
    public String token() {
        Matcher found = TOKEN.matcher(get("/console/nothing-there").body());
        if (!found.find()) {
            throw new AssertionError("a page has no token for its forms");
        }
        return found.group(1);
    }

    private HttpResponse<String> post(String path, String... namesAndValues) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.append(i == 0 ? "" : "&")
                    .append(URLEncoder.encode(namesAndValues[i], StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return sent(HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort() + path);
    }

    private HttpResponse<String> sent(HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException unreachable) {
            throw new java.io.UncheckedIOException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }
}

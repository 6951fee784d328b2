package org.lottrace.web.gate.testing;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.lottrace.api.operation.Role;
import org.lottrace.web.gate.internal.SecurityGate;
import org.lottrace.web.gate.internal.TestRealm;
import org.lottrace.web.gate.internal.limit.RequestLimits;
import org.lottrace.web.gate.internal.rest.TestRest;
import org.lottrace.web.gate.internal.soap.TestSoap;

/**
 * The real gate and the real CXF servlet on a random port of 127.0.0.1, only Pax Web and OSGi are left out. Users:
 * {@code erp} with the roles lottrace and lottrace-corrector, {@code clerk} with lottrace alone, {@code coordinator} with
 * recall-coordinator, {@code root} with admin, {@code guest} with another role, and for each role one who has it alone
 * ({@link #userWith}); password {@code secret}.
 */
public final class GatedServer implements AutoCloseable {
    private static final Map<String, Set<String>> USERS = Map.of(
            "erp",
            Set.of("lottrace", "lottrace-corrector"),
            "clerk",
            Set.of("lottrace"),
            "coordinator",
            Set.of("recall-coordinator"),
            "root",
            Set.of("admin"),
            "guest",
            Set.of("viewer"));

    private final Server server = new Server(new InetSocketAddress("127.0.0.1", 0));
    private final TestSoap soap = new TestSoap();
    private final HttpClient client = HttpClient.newHttpClient();

    private GatedServer() {}

    /** @return a running server without services */
    public static GatedServer start() {
        return start(context -> {});
    }

    /**
     * @param application of JAX-RS; who gives one has JAX-RS on the class path, the SOAP bundles have not
     * @param servlets by the path that each of them answers
     * @return a running server that has them below {@code /lottrace/api}
     */
    public static GatedServer startWithRest(Application application, Map<String, Servlet> servlets) {
        RequestLimits limits = new TestSoap().limits();
        return start(context -> {
            ServletHolder holder = new ServletHolder(TestRest.servlet(limits, application, servlets));
            holder.setInitOrder(2);
            holder.setAsyncSupported(true);
            holder.setInitParameter("hide-service-list-page", "true");
            context.addServlet(holder, "/api/*");
        });
    }

    private static GatedServer start(Consumer<ServletContextHandler> more) {
        GatedServer started = new GatedServer();
        Map<String, Set<String>> users = new HashMap<>(USERS);
        Stream.of(Role.values())
                .filter(Role::isOfLogin)
                .forEach(role -> users.put(userWith(role), Set.of(role.code())));
        SecurityGate gate = TestRealm.gate(users);
        Filter security = (request, response, chain) -> {
            if (gate.handleSecurity((HttpServletRequest) request, (HttpServletResponse) response)) {
                chain.doFilter(request, response);
            }
        };
        ServletContextHandler context = new ServletContextHandler("/lottrace");
        FilterHolder gateHolder = new FilterHolder(security);
        gateHolder.setAsyncSupported(true);
        context.addFilter(gateHolder, "/*", EnumSet.of(DispatcherType.REQUEST));
        ServletHolder holder = new ServletHolder(started.soap.servlet());
        holder.setInitOrder(1);
        context.addServlet(holder, "/soap/*");
        more.accept(context);
        started.server.setHandler(context);
        LifeCycle.start(started.server);
        return started;
    }

    /** @return the user who has that role and no other */
    public static String userWith(Role role) {
        return "only-" + role.code();
    }

    /** As the whiteboard does it with a service that has {@code lottrace.soap.path}. */
    public GatedServer with(String path, Object endpoint) {
        soap.publish(path, endpoint);
        return this;
    }

    /** @return the answer to a SOAP 1.1 request of the user {@code erp} */
    public HttpResponse<String> post(String path, String envelope) {
        return postAs("erp", path, envelope);
    }

    /** @return the answer to a SOAP 1.1 request of that user */
    public HttpResponse<String> postAs(String user, String path, String envelope) {
        return send(request(path)
                .header("Authorization", basic(user, "secret"))
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", "\"\"")
                .POST(BodyPublishers.ofString(envelope)));
    }

    /** @return a request below {@code /lottrace/soap}, without a user */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri("/lottrace/soap" + path));
    }

    public URI uri(String path) {
        int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** @return the value of the Authorization header */
    public static String basic(String user, String password) {
        byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }
}

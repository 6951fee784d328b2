package org.lottrace.web.jetty;

import java.util.OptionalInt;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpScheme;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;

/**
 * Where there is HTTPS, plain HTTP only leads to it, before any page asks for a password. What came with a password, or changes
 * something, is refused and not led on: it would go on unnoticed, and be readable on the way each time. The health page stays, for
 * load balancers and the start script: it tells no secret and takes none.
 */
public final class ToHttps extends Handler.Wrapper {
    private static final String HEALTH = "/lottrace-health";
    private static final Set<String> ONLY_READING = Set.of("GET", "HEAD");
    private static final int USUAL_PORT = 443;
    private static final String FOR_A_YEAR = "max-age=31536000";

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        OptionalInt port = securePort();
        if (port.isEmpty()
                || request.isSecure()
                || request.getHttpURI().getCanonicalPath().equals(HEALTH)) {
            keepTo(port, request, response);
            return super.handle(request, response, callback);
        }
        String there = HttpURI.build(request.getHttpURI())
                .scheme(HttpScheme.HTTPS)
                .host(Request.getServerName(request))
                .port(port.getAsInt())
                .asString();
        if (ONLY_READING.contains(request.getMethod()) && !request.getHeaders().contains(HttpHeader.AUTHORIZATION)) {
            Response.sendRedirect(request, response, callback, HttpStatus.PERMANENT_REDIRECT_308, there, true);
        } else {
            response.setStatus(HttpStatus.FORBIDDEN_403);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
            Content.Sink.write(
                    response,
                    true,
                    "LotTrace takes this by HTTPS only, at " + there + ". Nothing was done. What was sent, a password"
                            + " included, could be read on the way here: change that password.\n",
                    callback);
        }
        return true;
    }

    /**
     * Browsers then use HTTPS for every page of this name, whatever its port: only who took the usual port has the name for LotTrace
     * alone. Source: RFC 6797, 8.3.
     */
    private static void keepTo(OptionalInt port, Request request, Response response) {
        if (request.isSecure() && port.orElse(0) == USUAL_PORT) {
            response.getHeaders().put(HttpHeader.STRICT_TRANSPORT_SECURITY, FOR_A_YEAR);
        }
    }

    private OptionalInt securePort() {
        return getServer().getBeans(ServerConnector.class).stream()
                .filter(connector -> connector.getConnectionFactory(SslConnectionFactory.class) != null)
                .mapToInt(ServerConnector::getLocalPort)
                .findFirst();
    }
}

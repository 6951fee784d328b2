package org.lottrace.console.web.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.lottrace.api.login.Logins;
import org.lottrace.api.login.ProviderLogins;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.transaction.RecordLocks;
import org.lottrace.console.web.internal.http.FrontDoor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletMultipart;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** The console in the web container. */
@Component(service = Servlet.class, immediate = true)
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=" + ConsoleContext.NAME + ")")
@HttpWhiteboardServletPattern("/*")
@HttpWhiteboardServletMultipart(
        maxFileSize = ConsoleServlet.LARGEST_FILE,
        maxRequestSize = ConsoleServlet.LARGEST_FILE + ConsoleServlet.LARGEST_FILE / 4,
        fileSizeThreshold = (int) ConsoleServlet.LARGEST_FILE)
public final class ConsoleServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** Bytes of a file that a form brings along: a little more than what is taken in by EDI, which says itself what is too large. */
    static final long LARGEST_FILE = 6L * 1024 * 1024;

    /** Comes and goes with the database: there are pages without one. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private transient volatile RecordLocks locks;

    /** There is an identity provider as soon as one is configured. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private transient volatile ProviderLogins provider;

    private final transient FrontDoor door;

    @Activate
    public ConsoleServlet(@Reference Operations operations, @Reference Logins logins, @Reference Clock clock) {
        this.door = new FrontDoor(
                operations,
                () -> Optional.ofNullable(locks),
                logins,
                () -> Optional.ofNullable(provider),
                clock,
                Pages.ALL);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        door.answer(request, response);
    }
}

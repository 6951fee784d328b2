package org.lottrace.console.web.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.lottrace.api.login.Logins;
import org.lottrace.api.operation.Operations;
import org.lottrace.console.web.internal.http.LiveStreams;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** One stream for each open page that lives; ends with the bundle. */
@Component(service = Servlet.class, immediate = true)
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=" + ConsoleContext.NAME + ")")
@HttpWhiteboardServletPattern("/events")
@HttpWhiteboardServletAsyncSupported
public final class EventsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient LiveStreams streams;

    @Activate
    public EventsServlet(@Reference Operations operations, @Reference Logins logins, @Reference Clock clock) {
        this.streams = new LiveStreams(operations, logins, clock);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        streams.open(request, response);
    }

    @Deactivate
    void stop() {
        streams.close();
    }
}

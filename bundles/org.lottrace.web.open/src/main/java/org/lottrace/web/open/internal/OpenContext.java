package org.lottrace.web.open.internal;

import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContext;

/**
 * The context of all pages without a login. A servlet in the default context can get lost: Pax Web makes that context itself
 * while the container starts, and a servlet that comes at the same instant stays without it.
 *
 * <p>It goes and comes again with the web server. When Pax Web is configured anew it makes another server and enters all servlets
 * there, bundle by bundle: one that was entered before the context of another bundle was lost without a word. A context that comes
 * after the server is offered to every servlet.
 */
@Component(service = ServletContextHelper.class, scope = ServiceScope.BUNDLE)
@HttpWhiteboardContext(name = "lottrace-open", path = "/")
public final class OpenContext extends ServletContextHelper {
    @Activate
    public OpenContext(ComponentContext component, @Reference HttpServiceRuntime server) {
        super(component.getUsingBundle());
    }
}

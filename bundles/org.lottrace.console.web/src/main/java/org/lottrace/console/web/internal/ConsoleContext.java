package org.lottrace.console.web.internal;

import org.osgi.framework.Bundle;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContext;

/** The context of the console, so that its sessions are its own: their cookie goes to {@code /console} and nowhere else. */
@Component(service = ServletContextHelper.class, scope = ServiceScope.BUNDLE)
@HttpWhiteboardContext(name = ConsoleContext.NAME, path = ConsoleContext.PATH)
public final class ConsoleContext extends ServletContextHelper {
    static final String NAME = "lottrace-console";

    /** Where the console lives. */
    public static final String PATH = "/console";

    @Activate
    public ConsoleContext(ComponentContext component) {
        this(component.getUsingBundle());
    }

    private ConsoleContext(Bundle bundle) {
        super(bundle);
    }
}

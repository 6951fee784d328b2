package org.lottrace.recall.wrong;

import org.osgi.framework.BundleContext;

/** Ring 1 reaches into the framework. */
public interface LooksServicesUp {
    BundleContext context();
}

package org.lottrace.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lottrace.it.karaf.KarafTest;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

@KarafTest
class DistributionIT {
    @Test
    void every_bundle_is_active(BundleContext context) {
        List<String> notActive = Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null)
                .filter(bundle -> bundle.getState() != Bundle.ACTIVE)
                .map(bundle -> bundle.getSymbolicName() + " is in state " + bundle.getState())
                .toList();

        assertEquals(List.of(), notActive);
    }

    /** The build runs these tests twice; a run that silently fell back to the other framework would prove nothing. */
    @Test
    void runs_on_the_framework_it_was_started_for(BundleContext context) {
        String vendor = context.getProperty("karaf.framework").equals("equinox") ? "Eclipse" : "Apache";

        assertTrue(context.getProperty(Constants.FRAMEWORK_VENDOR).startsWith(vendor));
    }

    @Test
    void every_fragment_is_attached(BundleContext context) {
        List<String> unattached = Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null)
                .filter(bundle -> bundle.getState() != Bundle.RESOLVED)
                .map(Bundle::getSymbolicName)
                .toList();

        assertEquals(List.of(), unattached);
    }
}

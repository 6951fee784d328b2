package org.lottrace.configuration.internal;

import java.util.stream.Stream;
import org.apache.karaf.config.core.ConfigRepository;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Karaf's {@code config:} commands keep the repository that they found first, its own, whatever other comes. So they are started anew once
 * {@link ConfigurationsOfKaraf} is there; when that goes, they go back to Karaf's by themselves.
 */
@Component(service = {})
public final class ConfigCommandsAnew {
    private static final Logger LOG = LoggerFactory.getLogger(ConfigCommandsAnew.class);
    private static final String COMMANDS = "org.apache.karaf.config.command";

    /** On a thread of its own: to start a bundle is no work for the thread that starts this one. */
    @Activate
    public ConfigCommandsAnew(
            BundleContext context,
            @Reference(target = "(component.name=org.lottrace.configuration.internal.ConfigurationsOfKaraf)")
                    ConfigRepository ours) {
        Thread starting = new Thread(
                () -> Stream.of(context.getBundles())
                        .filter(bundle -> COMMANDS.equals(bundle.getSymbolicName()))
                        .filter(bundle -> bundle.getState() == Bundle.ACTIVE)
                        .forEach(ConfigCommandsAnew::startAnew),
                "lottrace-config-commands");
        starting.setDaemon(true);
        starting.start();
    }

    private static void startAnew(Bundle commands) {
        try {
            commands.stop(Bundle.STOP_TRANSIENT);
            commands.start(Bundle.START_TRANSIENT);
        } catch (BundleException | IllegalStateException failed) {
            LOG.warn(
                    "config: commands go on writing files in etc/ themselves, and two changes at once may lose one;"
                            + " restart the bundle {}",
                    COMMANDS,
                    failed);
        }
    }
}

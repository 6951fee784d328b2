package org.lottrace.edi.sftp.internal.client;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.lottrace.api.lease.Leases;
import org.lottrace.edi.sftp.internal.Connection;
import org.lottrace.edi.sftp.internal.ConnectionReport;
import org.lottrace.folder.ExchangeFolders;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server of a partner, looked at by a thread of its own. A configuration that is wrong is said in health until it is put right,
 * and nothing is done.
 */
@Component(
        service = Connection.class,
        configurationPid = ConnectionConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        immediate = true)
@Designate(ocd = ConnectionConfig.class, factory = true)
public final class SftpConnection implements Connection {
    private static final Logger LOG = LoggerFactory.getLogger(SftpConnection.class);
    private static final long STOP_SECONDS = 10;

    private final String name;
    private final Optional<String> wrong;
    private final Optional<Running> running;

    /** What there is of a connection that is configured well. */
    private record Running(
            Looks looks, Connector connector, ScheduledExecutorService thread, ScheduledExecutorService timer) {}

    @Activate
    public SftpConnection(
            @Reference ExchangeFolders folders,
            @Reference Leases leases,
            @Reference Clock clock,
            ConnectionConfig config) {
        name = config.partner();
        Optional<String> problem = Optional.empty();
        Optional<Running> well = Optional.empty();
        try {
            well = Optional.of(run(ConnectionRules.settings(config), folders, leases, clock));
        } catch (IllegalArgumentException e) {
            LOG.error(
                    "the configuration of an SFTP connection is wrong connection={} problems={}", name, e.getMessage());
            problem = Optional.of("the configuration is wrong: " + e.getMessage());
        }
        wrong = problem;
        running = well;
        running.ifPresent(now -> next(now, Duration.ZERO));
    }

    private static Running run(ConnectionSettings settings, ExchangeFolders folders, Leases leases, Clock clock) {
        ScheduledExecutorService timer = thread("lottrace-sftp-timer-" + settings.name());
        Connector connector = new MinaConnector(settings, timer);
        return new Running(
                new Looks(settings, connector, folders, leases, clock, System::nanoTime),
                connector,
                thread("lottrace-sftp-" + settings.name()),
                timer);
    }

    private static ScheduledExecutorService thread(String name) {
        return Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    private static void next(Running running, Duration pause) {
        try {
            running.thread().schedule(() -> look(running), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopped) {
            LOG.debug("no more looks", stopped);
        }
    }

    /** Whatever becomes of a look, there is a next one. */
    private static void look(Running running) {
        Duration pause = Backoff.LONGEST;
        try {
            pause = running.looks().look();
        } finally {
            next(running, pause);
        }
    }

    /** The file at hand is given up: the next start goes on where it was. */
    @Deactivate
    void stop() throws InterruptedException {
        if (running.isPresent()) {
            running.get().thread().shutdownNow();
            running.get().connector().close();
            running.get().thread().awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
            running.get().timer().shutdownNow();
        }
    }

    @Override
    public ConnectionReport report() {
        return running.map(now -> now.looks().report())
                .orElseGet(() -> new ConnectionReport(
                        name, "not connected", Optional.empty(), Optional.empty(), wrong, Map.of(), 0));
    }
}

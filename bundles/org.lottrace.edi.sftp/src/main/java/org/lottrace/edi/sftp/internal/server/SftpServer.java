package org.lottrace.edi.sftp.internal.server;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.lottrace.api.audit.AuditLog;
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

/** Runs our server while its configuration has a port. One that is wrong is said in health until it is put right. */
@Component(
        service = Connection.class,
        configurationPid = ServerConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        immediate = true)
@Designate(ocd = ServerConfig.class)
public final class SftpServer implements Connection {
    private static final Logger LOG = LoggerFactory.getLogger(SftpServer.class);
    private static final long LOOK_MILLISECONDS = 1000;
    private static final long STOP_SECONDS = 30;

    private final Optional<String> wrong;
    private final Optional<Server> server;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "lottrace-sftp-server");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public SftpServer(
            @Reference ExchangeFolders folders,
            @Reference AuditLog audit,
            @Reference Clock clock,
            ServerConfig config) {
        Optional<String> problem = Optional.empty();
        Optional<Server> well = Optional.empty();
        try {
            if (config.port() != 0) {
                well = Optional.of(new Server(ServerSettings.of(config), folders, audit, clock));
            }
        } catch (IllegalArgumentException e) {
            LOG.error("the configuration of the SFTP server is wrong problems={}", e.getMessage());
            problem = Optional.of("the configuration is wrong: " + e.getMessage());
        }
        wrong = problem;
        server = well;
        server.ifPresent(now -> looks.scheduleWithFixedDelay(now::look, 0, LOOK_MILLISECONDS, TimeUnit.MILLISECONDS));
    }

    @Deactivate
    void stop() throws IOException, InterruptedException {
        looks.shutdown();
        try {
            if (!looks.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                looks.shutdownNow();
            }
        } finally {
            // also when whoever stops us is in a hurry: an open port would answer for nobody
            if (server.isPresent()) {
                server.get().stop();
            }
        }
    }

    @Override
    public ConnectionReport report() {
        return server.map(Server::report)
                .orElseGet(() -> new ConnectionReport(
                        "server",
                        wrong.isPresent() ? "not started" : "off, no port is set",
                        Optional.empty(),
                        Optional.empty(),
                        wrong,
                        Map.of(),
                        0));
    }
}

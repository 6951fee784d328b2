package org.lottrace.login.internal.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.lottrace.api.audit.LoginMethod;
import org.lottrace.api.audit.store.AuditStore;
import org.lottrace.api.transaction.StoreUnavailableException;
import org.lottrace.login.internal.LoginConfig;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes each change of rights, whoever makes it and by what: it looks at the files that say who may do what. */
@Component(
        service = {},
        immediate = true,
        configurationPid = LoginConfig.PID)
public final class RightsWatch {
    private static final Logger LOG = LoggerFactory.getLogger(RightsWatch.class);

    private static final long SECONDS_TO_END = 30;

    private final List<RightsFile> files;
    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "lottrace-rights"));
    private boolean failed;

    @Activate
    public RightsWatch(@Reference AuditQueue queue, @Reference AuditStore store, LoginConfig config) {
        this.files = Stream.of(
                        file(config.users_file(), LoginMethod.PASSWORD, store, queue),
                        file(config.keys_file(), LoginMethod.KEY, store, queue))
                .flatMap(file -> file)
                .toList();
        looking.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
    }

    private static Stream<RightsFile> file(String name, LoginMethod method, AuditStore store, AuditQueue queue) {
        return name.isBlank() ? Stream.empty() : Stream.of(new RightsFile(Path.of(name), method, store, queue));
    }

    /** A look that is still at work would leave a connection open in a database that is closed next. */
    @Deactivate
    void end() throws InterruptedException {
        looking.shutdown();
        if (!looking.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
            LOG.warn("still at work after {} seconds", SECONDS_TO_END);
        }
    }

    /** An exception would end the looking for good. */
    private void look() {
        try {
            for (RightsFile file : files) {
                file.look();
            }
            failed = false;
        } catch (StoreUnavailableException away) {
            LOG.debug("what is known of rights cannot be read now", away);
        } catch (IOException | RuntimeException unreadable) {
            if (!failed) {
                LOG.error("changes of rights are not noticed until this is put right", unreadable);
            }
            failed = true;
        }
    }
}

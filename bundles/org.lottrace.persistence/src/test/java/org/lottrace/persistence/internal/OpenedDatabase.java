package org.lottrace.persistence.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.h2.util.OsgiDataSourceFactory;
import org.lottrace.api.health.DatabaseFault;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.jdbc.DataSourceFactory;
import org.postgresql.osgi.PGDataSourceFactory;

/** A database as the component opens it, which tries again every twentieth of a second, and what it wrote into the log meanwhile. */
final class OpenedDatabase {
    private static final long PAUSE_MILLISECONDS = 50;
    private static final long PATIENCE_SECONDS = 60;

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final PrintStream before = System.err;
    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicReference<Database> offered = new AtomicReference<>();
    private final DatabaseOpener opener;

    OpenedDatabase(String url, String user, String password) {
        this(url, user, password, Map.of());
    }

    /** @param settings of the backup before an upgrade, and how long is waited, by their names in the configuration */
    OpenedDatabase(String url, String user, String password, Map<String, String> settings) {
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        opener = new DatabaseOpener(context(url), config(url, user, password, settings), PAUSE_MILLISECONDS);
    }

    String sentenceOf(String code) {
        await(
                () -> opener.fault().filter(fault -> fault.code().equals(code)).isPresent(),
                () -> code + " instead of " + opener.fault());
        return opener.fault().map(DatabaseFault::sentence).orElseThrow();
    }

    /** Waits until what is wrong is said with these words. */
    void sentenceWith(String words) {
        await(
                () -> opener.fault()
                        .filter(fault -> fault.sentence().contains(words))
                        .isPresent(),
                () -> words + " instead of " + opener.fault());
    }

    Optional<Path> upgradeBackup() {
        return opener.upgradeBackup();
    }

    /** Waits until it has been tried two times more: what is logged each time is there then. */
    void triesAgain() {
        int until = attempts.get() + 2;
        await(() -> offered.get() != null || attempts.get() >= until, () -> "it is not tried again");
    }

    void works() {
        await(() -> offered.get() != null && opener.fault().isEmpty(), () -> "still " + opener.fault());
    }

    void worksThenCloses() throws InterruptedException {
        works();
        close();
    }

    /** Writes something through the unit of work. */
    void write() {
        new DatabaseUnitOfWork(offered.get()).call(session -> session.createNativeMutationQuery(
                        "update ledger_head set head_position = head_position + 1")
                .executeUpdate());
    }

    /** Begins something and goes on with it until the process ends. */
    void beginWork() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Thread work = new Thread(
                () -> new DatabaseUnitOfWork(offered.get()).call(session -> {
                    session.createNativeQuery("select head_position from ledger_head", Long.class)
                            .getSingleResult();
                    begun.countDown();
                    LockSupport.park(this);
                    return null;
                }),
                "endless work");
        work.setDaemon(true);
        work.start();
        assertTrue(begun.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    String log() {
        return log.toString(StandardCharsets.UTF_8);
    }

    void close() throws InterruptedException {
        try {
            opener.close();
        } finally {
            System.setErr(before);
        }
    }

    private static void await(BooleanSupplier condition, Supplier<String> message) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, message);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    /** @return it has the file open when this returns */
    static Process inAnotherProcess(String url) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Holder.class.getName(),
                        url)
                .start();
        process.getInputStream().read();
        return process;
    }

    /** Opens a file and keeps it. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws Exception {
            try (Connection held = DriverManager.getConnection(arguments[0], "sa", "")) {
                System.out.println(held);
                Thread.currentThread().join();
            }
        }
    }

    private BundleContext context(String url) {
        DataSourceFactory driver =
                url.startsWith("jdbc:h2:") ? new OsgiDataSourceFactory(new org.h2.Driver()) : new PGDataSourceFactory();
        ServiceReference<?> reference = proxy(ServiceReference.class, (name, given) -> null);
        ServiceRegistration<?> registration = proxy(ServiceRegistration.class, (name, given) -> null);
        return proxy(BundleContext.class, (name, given) -> switch (name) {
            case "getServiceReferences" -> {
                attempts.incrementAndGet();
                yield List.of(reference);
            }
            case "getService" -> driver;
            case "getProperty" -> null;
            case "registerService" -> {
                offered.set((Database) given[1]);
                yield registration;
            }
            default -> throw new UnsupportedOperationException(name);
        });
    }

    private interface Answer {
        Object to(String name, Object... given);
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(self);
                    case "equals" -> self == given[0];
                    default -> answer.to(method.getName(), given);
                }));
    }

    private static DatabaseConfig config(String url, String user, String password, Map<String, String> settings) {
        return new DatabaseConfig() {
            @Override
            public String url() {
                return url;
            }

            @Override
            public String user() {
                return user;
            }

            @Override
            public String password() {
                return password;
            }

            @Override
            public int pool_size() {
                return 4;
            }

            @Override
            public int connection_timeout_seconds() {
                return Integer.parseInt(settings.getOrDefault("connection.timeout.seconds", "1"));
            }

            @Override
            public String backup_folder() {
                return settings.getOrDefault("backup.folder", "");
            }

            @Override
            public String pg_dump() {
                return settings.getOrDefault("pg.dump", "pg_dump");
            }

            @Override
            public String backup_made_before() {
                return settings.getOrDefault("backup.made.before", "");
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return DatabaseConfig.class;
            }
        };
    }
}

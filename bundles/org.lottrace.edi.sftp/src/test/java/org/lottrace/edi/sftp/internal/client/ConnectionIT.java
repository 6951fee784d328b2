package org.lottrace.edi.sftp.internal.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lottrace.api.lease.Lease;
import org.lottrace.api.lease.Leases;
import org.lottrace.company.TestCompany;
import org.lottrace.edi.sftp.internal.outgoing.Remote;
import org.lottrace.edi.sftp.internal.peer.Keys;
import org.lottrace.edi.sftp.internal.peer.MinaPeer;
import org.lottrace.edi.sftp.internal.peer.OpenSshPeer;
import org.lottrace.edi.sftp.internal.peer.Peer;
import org.lottrace.persistence.testing.TestDatabase;

/** Our client with two servers: OpenSSH's, and MINA's, which can be made to misbehave. */
class ConnectionIT {
    private static final Leases LEASES = TestCompany.on(TestDatabase.h2()).service(Leases.class);
    private static final int MEGABYTES_12 = 12_000_000;

    enum Kind {
        OPENSSH,
        MINA
    }

    @TempDir
    Path folder;

    private TestFolders folders;
    private Path server;
    private Path key;
    private Path hostKey;
    private Optional<Peer> peer = Optional.empty();
    private Optional<Connector> connector = Optional.empty();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @BeforeEach
    void keys_and_folders() throws Exception {
        Assumptions.assumeTrue(Keys.canBeMade(), "there is no openssh-client");
        folders = TestFolders.in(folder);
        server = Files.createDirectories(folder.resolve("server"));
        Files.createDirectories(server.resolve("in"));
        Files.createDirectories(server.resolve("out"));
        key = Keys.make(folder.resolve("key"), "ed25519");
        hostKey = Keys.make(folder.resolve("host"), "ed25519");
    }

    @AfterEach
    void stop() throws Exception {
        connector.ifPresent(Connector::close);
        if (peer.isPresent()) {
            peer.get().close();
        }
        timer.shutdownNow();
    }

    private Peer start(Kind kind) throws Exception {
        Assumptions.assumeTrue(kind == Kind.MINA || OpenSshPeer.isThere(), "there is no openssh-server");
        Peer started = kind == Kind.MINA
                ? new MinaPeer(server, key, hostKey, 0, new SftpEventListener() {})
                : new OpenSshPeer(folder, key, List.of(hostKey, Keys.make(folder.resolve("host-rsa"), "rsa")));
        peer = Optional.of(started);
        return started;
    }

    private Looks connection(Peer to, List<String> pins, Duration timeout) {
        ConnectionSettings all = Settings.of(
                "127.0.0.1",
                to.port(),
                to.user(),
                Optional.of(to.key()),
                pins.stream().map(pin -> HostKeyPin.of(pin).orElseThrow()).toList(),
                to.path(server.resolve("in")),
                to.path(server.resolve("out")),
                Optional.empty());
        return looks(with(all, timeout));
    }

    private static ConnectionSettings with(ConnectionSettings all, Duration timeout) {
        return new ConnectionSettings(
                all.name(),
                all.host(),
                all.port(),
                all.user(),
                all.keyFile(),
                all.passwordFile(),
                all.pins(),
                all.in(),
                all.out(),
                all.receivers(),
                all.moveTo(),
                all.interval(),
                all.largest(),
                timeout);
    }

    private Looks looks(ConnectionSettings settings) {
        connector.ifPresent(Connector::close);
        Connector made = new MinaConnector(settings, timer);
        connector = Optional.of(made);
        return new Looks(settings, made, folders, LEASES, Clock.systemUTC(), System::nanoTime);
    }

    private Looks connection(Peer to) {
        return connection(to, to.hostKeys(), Duration.ofSeconds(20));
    }

    private Path lane(String name) {
        return folders.inbox().resolve("acme").resolve(name);
    }

    @ParameterizedTest
    @EnumSource
    void a_file_comes_and_a_file_goes(Kind kind) throws Exception {
        Looks looks = connection(start(kind));
        byte[] large = new byte[MEGABYTES_12];
        new Random(1).nextBytes(large);
        System.arraycopy("END".getBytes(), 0, large, MEGABYTES_12 - 3, 3);
        Files.write(server.resolve("in/large.edi"), large);
        Files.writeString(server.resolve("in/umlaut-ä.edi"), "hello END");
        Files.writeString(folders.outbox().resolve("856-ACME-1.edi"), "FOR:ZZ:ACME hello END");

        looks.look();
        assertEquals(Optional.empty(), looks.report().error());
        looks.look();

        assertEquals(Map.of(), looks.report().files());
        assertArrayEquals(large, Files.readAllBytes(lane("large.edi")));
        assertEquals("hello END", Files.readString(lane("umlaut-ä.edi")));
        assertEquals(List.of(), List.of(server.resolve("in").toFile().list()));
        assertEquals("FOR:ZZ:ACME hello END", Files.readString(server.resolve("out/856-ACME-1.edi")));
        assertEquals(
                List.of("856-ACME-1.edi"),
                List.of(server.resolve("out").toFile().list()));
    }

    @ParameterizedTest
    @EnumSource
    void a_name_that_is_taken_at_the_server_is_not_replaced(Kind kind) throws Exception {
        Looks looks = connection(start(kind));
        Files.writeString(server.resolve("out/856-ACME-1.edi"), "another");
        Files.writeString(folders.outbox().resolve("856-ACME-1.edi"), "FOR:ZZ:ACME hello END");

        looks.look();

        assertEquals("another", Files.readString(server.resolve("out/856-ACME-1.edi")));
        assertTrue(looks.report().files().get("856-ACME-1.edi").contains("rename"), () -> looks.report()
                .toString());
    }

    @ParameterizedTest
    @EnumSource
    void a_changed_host_key_is_refused_with_both_fingerprints(Kind kind) throws Exception {
        String pinned = Keys.pin(Path.of(Keys.make(folder.resolve("other"), "ed25519") + ".pub"));
        Peer to = start(kind);
        Files.writeString(folders.outbox().resolve("856-ACME-1.edi"), "FOR:ZZ:ACME hello END");

        Looks looks = connection(to, List.of(pinned), Duration.ofSeconds(20));
        Duration pause = looks.look();

        String error = looks.report().error().orElseThrow();
        assertTrue(error.contains(pinned) && error.contains(to.hostKeys().get(0)), error);
        assertEquals(Duration.ofMinutes(2), pause);
        assertTrue(Files.exists(folders.outbox().resolve("856-ACME-1.edi")));
    }

    @Test
    void an_unknown_host_key_is_refused_and_said() throws Exception {
        Peer to = start(Kind.MINA);

        Looks looks = connection(to, List.of(), Duration.ofSeconds(20));
        looks.look();

        String error = looks.report().error().orElseThrow();
        assertTrue(
                error.startsWith("host key unknown")
                        && error.contains(to.hostKeys().get(0)),
                error);
    }

    @Test
    void of_a_server_with_several_keys_the_pinned_one_is_asked_for() throws Exception {
        Peer to = start(Kind.OPENSSH);

        for (String pin : to.hostKeys()) {
            Looks looks = connection(to, List.of(pin), Duration.ofSeconds(20));
            looks.look();
            assertEquals(Optional.empty(), looks.report().error(), pin);
        }
        assertEquals(2, to.hostKeys().size());
    }

    @ParameterizedTest
    @EnumSource
    void a_key_of_ours_that_the_server_does_not_know_is_said(Kind kind) throws Exception {
        Peer to = start(kind);
        Path unknown = Keys.make(folder.resolve("unknown"), "rsa");
        ConnectionSettings settings = Settings.of(
                "127.0.0.1",
                to.port(),
                to.user(),
                Optional.of(unknown),
                to.hostKeys().stream()
                        .map(pin -> HostKeyPin.of(pin).orElseThrow())
                        .toList(),
                "in",
                "out",
                Optional.empty());

        Looks looks = looks(settings);
        looks.look();

        assertTrue(looks.report().error().orElseThrow().contains("authentication"), () -> looks.report()
                .toString());
    }

    @Test
    void a_password_is_read_from_its_file() throws Exception {
        Peer to = start(Kind.MINA);
        Path password = Files.writeString(folder.resolve("password"), "right\n");
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
        ConnectionSettings key = Settings.of(
                "127.0.0.1",
                to.port(),
                "anybody",
                Optional.empty(),
                to.hostKeys().stream()
                        .map(pin -> HostKeyPin.of(pin).orElseThrow())
                        .toList(),
                "in",
                "out",
                Optional.empty());
        ConnectionSettings settings = new ConnectionSettings(
                key.name(),
                key.host(),
                key.port(),
                key.user(),
                Optional.empty(),
                Optional.of(password),
                key.pins(),
                key.in(),
                key.out(),
                key.receivers(),
                key.moveTo(),
                key.interval(),
                key.largest(),
                key.timeout());

        Looks looks = looks(settings);
        looks.look();
        assertEquals(Optional.empty(), looks.report().error());

        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r--r--"));
        looks.look();
        assertTrue(looks.report().error().orElseThrow().contains("chmod 600"), () -> looks.report()
                .toString());
    }

    @Test
    void a_server_that_hangs_in_the_middle_of_a_file_is_given_up_and_the_file_comes_later() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        AtomicBoolean hangs = new AtomicBoolean(true);
        SftpEventListener hanging = new SftpEventListener() {
            @Override
            public void reading(
                    ServerSession session,
                    String remote,
                    FileHandle file,
                    long offset,
                    byte[] data,
                    int at,
                    int length) {
                if (offset > 100_000 && hangs.get()) {
                    try {
                        released.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }
            }
        };
        Peer to = new MinaPeer(server, key, hostKey, 0, hanging);
        peer = Optional.of(to);
        Files.writeString(server.resolve("in/a.edi"), "x".repeat(1_000_000) + "END");
        Looks looks = connection(to, to.hostKeys(), Duration.ofSeconds(2));

        looks.look();
        looks.look();
        assertTrue(looks.report().error().isPresent());
        assertTrue(Files.exists(server.resolve("in/a.edi")));

        hangs.set(false);
        released.countDown();
        looks.look();
        looks.look();
        assertEquals(Optional.empty(), looks.report().error());
        assertEquals(1_000_003, Files.size(lane("a.edi")));
    }

    @Test
    void a_server_that_says_nothing_is_given_up() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Looks looks = looks(with(
                    Settings.of(
                            "127.0.0.1",
                            silent.getLocalPort(),
                            "lottrace",
                            Optional.of(key),
                            List.of(),
                            "in",
                            "out",
                            Optional.empty()),
                    Duration.ofSeconds(1)));

            looks.look();

            assertTrue(looks.report().error().isPresent());
        }
    }

    @Test
    void a_server_that_dies_and_comes_again_loses_nothing() throws Exception {
        AtomicBoolean dies = new AtomicBoolean(true);
        Peer[] dying = new Peer[1];
        SftpEventListener killer = new SftpEventListener() {
            @Override
            public void writing(
                    ServerSession session, String remote, FileHandle file, long offset, byte[] data, int at, int length)
                    throws IOException {
                if (offset > 100_000 && dies.get()) {
                    session.close(true);
                    throw new IOException("killed");
                }
            }
        };
        dying[0] = new MinaPeer(server, key, hostKey, 0, killer);
        peer = Optional.of(dying[0]);
        String content = "FOR:ZZ:ACME " + "x".repeat(1_000_000) + "END";
        Files.writeString(folders.outbox().resolve("856-ACME-1.edi"), content);
        Looks looks = connection(dying[0]);

        looks.look();
        assertTrue(looks.report().error().isPresent());
        assertTrue(Files.exists(folders.outbox().resolve("856-ACME-1.edi")));

        dies.set(false);
        looks.look();
        assertEquals(Optional.empty(), looks.report().error());
        assertEquals(content, Files.readString(server.resolve("out/856-ACME-1.edi")));
        assertEquals(1, server.resolve("out").toFile().list().length);
    }

    @Test
    void while_another_node_looks_nothing_is_taken() throws Exception {
        Peer to = start(Kind.MINA);
        Files.writeString(server.resolve("in/a.edi"), "hello END");
        Lease others = LEASES.acquire("sftp/acme", Duration.ofMinutes(1)).orElseThrow();
        Looks looks = connection(to);

        looks.look();
        looks.look();
        assertEquals(Optional.empty(), looks.report().lastLook());

        LEASES.release(others);
        looks.look();
        looks.look();
        assertTrue(Files.exists(lane("a.edi")));
    }

    /** A server that is a folder; before we are connected, something else happens. */
    private Connector folderAfter(Runnable event) {
        return new Connector() {
            @Override
            public Remote connect() {
                event.run();
                return new FolderRemote(server);
            }

            @Override
            public void close() {}
        };
    }

    @Test
    void a_look_that_has_lost_its_lease_to_another_node_touches_nothing_more() throws Exception {
        Files.writeString(folders.outbox().resolve("856-ACME-1.edi"), "FOR:ZZ:ACME hello END");
        Connector taken = folderAfter(() -> LEASES.seize("sftp/acme", Duration.ZERO));
        Looks looks = new Looks(
                Settings.local(Optional.empty()), taken, folders, LEASES, Clock.systemUTC(), System::nanoTime);

        looks.look();

        assertEquals(
                Optional.of("another node has taken the connection over"),
                looks.report().error());
        assertEquals(List.of(), List.of(server.resolve("out").toFile().list()));
    }

    @Test
    void a_lease_that_cannot_be_given_back_ends_no_looking() {
        Leases stubborn = (Leases) Proxy.newProxyInstance(
                Leases.class.getClassLoader(), new Class<?>[] {Leases.class}, (proxy, method, arguments) -> {
                    Object answer = method.invoke(LEASES, arguments);
                    if (method.getName().equals("release")) {
                        throw new IllegalStateException("somebody else has written");
                    }
                    return answer;
                });
        Looks looks = new Looks(
                Settings.local(Optional.empty()),
                folderAfter(() -> {}),
                folders,
                stubborn,
                Clock.systemUTC(),
                System::nanoTime);

        assertEquals(Duration.ofMinutes(1), looks.look());
        assertEquals(Optional.empty(), looks.report().error());
    }

    @Test
    void a_connection_that_nobody_looks_at_any_more_is_said() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new AssertionError();
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
        Looks looks = new Looks(
                Settings.local(Optional.empty()), folderAfter(() -> {}), folders, LEASES, clock, System::nanoTime);
        looks.look();
        assertEquals(Optional.empty(), looks.report().error());

        now.set(Instant.parse("2026-01-01T02:00:00Z"));

        assertTrue(looks.report().error().orElseThrow().contains("no look has ended"));
    }
}

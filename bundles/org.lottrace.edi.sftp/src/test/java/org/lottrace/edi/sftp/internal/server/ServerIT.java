package org.lottrace.edi.sftp.internal.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.edi.sftp.internal.client.TestFolders;
import org.lottrace.edi.sftp.internal.peer.Keys;
import org.lottrace.edi.sftp.internal.peer.OpenSshClient;
import org.lottrace.edi.sftp.internal.peer.OpenSshClient.Said;

/** Partners with OpenSSH's client at our server. */
class ServerIT {
    private static final long PATIENCE = Duration.ofSeconds(60).toNanos();
    private static final int LARGEST = 4_000_000;
    private static final int QUOTA = 6_000_000;
    private static final int SESSIONS = 3;
    private static final int IDLE_SECONDS = 20;
    private static final int LOGIN_SECONDS = 5;

    /** Making them takes long. */
    @TempDir
    static Path hostKeys;

    @TempDir
    Path folder;

    private TestFolders folders;
    private Path settingsFolder;
    private Path key;
    private Server server;
    private OpenSshClient acme;
    private final NotedAudit audit = new NotedAudit();

    @BeforeAll
    static void host_keys() throws IOException {
        HostKeys.in(hostKeys);
    }

    @BeforeEach
    void a_server_for_two_partners() throws Exception {
        Assumptions.assumeTrue(Keys.canBeMade(), "there is no openssh-client");
        folders = TestFolders.in(folder);
        settingsFolder = Files.createDirectories(folder.resolve("sftp"));
        Files.createDirectories(settingsFolder.resolve("keys"));
        for (String name : List.of("host-ed25519", "host-rsa")) {
            Files.copy(hostKeys.resolve(name), settingsFolder.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
        }
        key = Keys.make(folder.resolve("acme.key"), "ed25519");
        allow("acme", key);
        allow("delta", Keys.make(folder.resolve("delta.key"), "ed25519"));
        start();
    }

    private void allow(String partner, Path privateKey) throws IOException {
        Files.copy(Path.of(privateKey + ".pub"), settingsFolder.resolve("keys").resolve(partner + ".pub"));
    }

    private ServerSettings settings(int port, String host) {
        return new ServerSettings(
                port,
                host,
                settingsFolder,
                Map.of("acme", Set.of("ZZ:ACME")),
                SESSIONS,
                LARGEST,
                QUOTA,
                Duration.ofSeconds(IDLE_SECONDS),
                Duration.ofSeconds(LOGIN_SECONDS));
    }

    private void start() {
        server = new Server(settings(0, "127.0.0.1"), folders, audit, Clock.systemUTC());
        server.look();
        assertEquals(Optional.empty(), server.report().error());
        acme = new OpenSshClient(key, server.port(), "acme");
    }

    @AfterEach
    void stop() throws IOException {
        if (server != null) {
            server.stop();
        }
    }

    @Test
    void a_file_is_brought_into_the_lane_and_ours_is_fetched() throws Exception {
        Files.writeString(folders.outbox().resolve("856-ACME-1.edi"), "FOR:ZZ:ACME hello END");
        Files.writeString(folders.outbox().resolve("856-OTHER-2.edi"), "FOR:ZZ:OTHER hello END");
        server.look();
        Path mine = Files.writeString(folder.resolve("mine.edi"), "hello END");
        Path theirs = folder.resolve("theirs.edi");

        Said said = acme.sftp(
                "put -p " + mine + " in/mine.part",
                "rename in/mine.part in/mine.edi",
                "get out/856-ACME-1.edi " + theirs,
                "rm out/856-ACME-1.edi");
        server.look();

        assertEquals(0, said.status(), said::text);
        assertEquals("hello END", Files.readString(lane("mine.edi")));
        assertEquals(Set.of(), in("acme"));
        assertEquals("FOR:ZZ:ACME hello END", Files.readString(theirs));
        assertEquals(Set.of("856-OTHER-2.edi"), names(folders.outbox()));
        assertEquals(List.of("login acme 127.0.0.1 sftp"), audit.notes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme", "nobody", "../acme", "root"})
    void a_key_that_is_not_the_partners_opens_nothing(String user) throws Exception {
        Said said = new OpenSshClient(folder.resolve("delta.key"), server.port(), user).sftp("ls");

        assertTrue(said.isRefused(), said::text);
        await(() -> audit.notes.equals(List.of("failed " + user + " 127.0.0.1 sftp")));
    }

    @Test
    void a_key_with_options_or_in_a_file_that_others_write_opens_nothing() throws Exception {
        Path keys = settingsFolder.resolve("keys/acme.pub");
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-rw-rw-"));
        assertTrue(acme.sftp("ls").isRefused());
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-r--r--"));
        assertFalse(acme.sftp("ls").isRefused());

        Files.writeString(keys, "from=\"192.0.2.1\" " + Files.readString(keys));
        assertTrue(acme.sftp("ls").isRefused());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "get ../../keys/delta.pub %s",
                "get /../../home/delta/in/theirs.edi %s",
                "get /etc/passwd %s",
                "get in/../../delta/in/theirs.edi %s",
                "ls ../delta",
                "cd ../delta",
                "put %s ../delta/in/evil.edi",
                "put %s /evil.edi",
                "put %s out/evil.edi",
                "mkdir in/folder",
                "mkdir folder",
                "rmdir out",
                "ln -s /etc/passwd in/link",
                "ln out/ours.edi in/link",
                "rename out/ours.edi in/ours.edi",
                "rename in/old.part evil.edi",
                "rename in/old.part in/other.part",
                "get in/disk-link %s",
                "put %s in/disk-link",
                "rm in/disk-link",
            })
    void what_a_partner_may_not_do_is_refused_and_nothing_changes(String command) throws Exception {
        Path home = settingsFolder.resolve("home");
        Files.writeString(home.resolve("delta/in/theirs.edi"), "theirs");
        Files.writeString(home.resolve("acme/in/old.part"), "old");
        Files.writeString(home.resolve("acme/in/other.part"), "other");
        Files.writeString(home.resolve("acme/out/ours.edi"), "ours");
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        Files.createSymbolicLink(home.resolve("acme/in/disk-link"), secret);
        Path local = Files.writeString(folder.resolve("local"), "evil");
        List<String> before = tree(home);

        Said said = acme.sftp(String.format(command, local));

        assertTrue(said.isRefused(), said::text);
        assertEquals(before, tree(home));
        assertEquals("evil", Files.readString(local), "nothing was fetched");
        assertEquals("secret", Files.readString(secret));
    }

    @Test
    void there_is_no_shell_no_program_and_no_forwarding() throws Exception {
        assertTrue(acme.ssh(List.of(), "id").isRefused());
        assertTrue(acme.ssh(List.of("-T")).isRefused());
        assertTrue(acme.ssh(List.of("-W", "127.0.0.1:" + server.port())).isRefused());
        assertTrue(acme.ssh(List.of("-N", "-oExitOnForwardFailure=yes", "-R", "0:127.0.0.1:22"))
                .isRefused());
    }

    @Test
    void an_upload_that_breaks_off_is_not_taken_and_goes_on_later() throws Exception {
        byte[] content = new byte[2_000_000];
        new Random(1).nextBytes(content);
        System.arraycopy("END".getBytes(), 0, content, content.length - 3, 3);
        Path local = Files.write(folder.resolve("large.edi"), content);
        Process slow = acme.begin(List.of("-l", "4000"), "put " + local + " in/large.edi");
        Path remote = settingsFolder.resolve("home/acme/in/large.edi");
        await(() -> Files.exists(remote) && remote.toFile().length() > 200_000);
        server.look();
        assertTrue(Files.exists(remote), "it is being written");
        slow.descendants().forEach(ProcessHandle::destroyForcibly);
        slow.destroyForcibly().waitFor();
        server.look();
        server.look();
        assertTrue(Files.exists(remote) && Files.notExists(lane("large.edi")), "its end has not come");

        Said said = acme.sftp("reput " + local + " in/large.edi");
        server.look();

        assertEquals(0, said.status(), said::text);
        assertArrayEquals(content, Files.readAllBytes(lane("large.edi")));
    }

    @Test
    void a_file_that_is_too_large_is_refused_and_leaves_nothing() throws Exception {
        Path local = Files.write(folder.resolve("large.edi"), new byte[LARGEST + 1]);

        Said said = acme.sftp("put " + local + " in/large.edi");

        assertTrue(said.isRefused(), said::text);
        await(() -> Files.notExists(settingsFolder.resolve("home/acme/in/large.edi")));
    }

    @Test
    void more_than_the_quota_is_refused_until_there_is_room() throws Exception {
        Path local = Files.write(folder.resolve("half.edi"), new byte[QUOTA / 2 - 10_000]);

        assertEquals(0, acme.sftp("put " + local + " in/1.part").status());
        assertEquals(0, acme.sftp("put " + local + " in/2.part").status());
        assertTrue(acme.sftp("put " + local + " in/3.part").isRefused());
        await(() -> in("acme").equals(Set.of("1.part", "2.part")));

        assertEquals(0, acme.sftp("rm in/1.part", "put " + local + " in/3.part").status());
    }

    @Test
    void of_fifty_sessions_as_many_as_allowed_get_in_and_the_server_stays_well() throws Exception {
        Path local = Files.writeString(folder.resolve("a.edi"), "hello END");
        List<Process> all = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            all.add(acme.begin(
                    List.of(), "put " + local + " in/" + i + ".part", "rename in/" + i + ".part in/" + i + ".edi"));
        }
        int well = 0;
        for (Process one : all) {
            well += OpenSshClient.end(one).status() == 0 ? 1 : 0;
        }
        server.look();

        assertTrue(well >= 1 && well < 50, "sessions that got in: " + well);
        assertEquals(well, names(folders.inbox().resolve("acme")).size());
        assertEquals(
                0,
                new OpenSshClient(folder.resolve("delta.key"), server.port(), "delta")
                        .sftp("ls")
                        .status());
        await(() -> {
            try {
                return acme.sftp("ls").status() == 0;
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void who_connects_and_says_nothing_is_cut_off() throws Exception {
        try (Socket silent = new Socket("127.0.0.1", server.port())) {
            silent.setSoTimeout((int) Duration.ofSeconds(60).toMillis());
            byte[] said = silent.getInputStream().readAllBytes();

            assertTrue(said.length > 0, "it greets, and then ends the connection");
        }
    }

    @Test
    void what_we_are_still_writing_is_neither_seen_nor_read_nor_deleted() throws Exception {
        Path part = Files.writeString(settingsFolder.resolve("home/acme/out/ours.edi.part"), "half");
        Path local = folder.resolve("theirs");

        assertFalse(acme.sftp("ls out").text().contains("ours.edi"));
        assertTrue(acme.sftp("get out/ours.edi.part " + local).isRefused());
        assertTrue(acme.sftp("rm out/ours.edi.part").isRefused());

        assertEquals("half", Files.readString(part));
    }

    @Test
    void what_the_connection_to_a_server_of_the_partner_has_begun_to_send_is_left_to_it() throws Exception {
        Path sending = Files.createDirectories(folders.outbox().resolve("acme/sending"));
        Files.writeString(sending.resolve("856-ACME-1.edi"), "FOR:ZZ:ACME hello END");

        server.look();
        server.look();

        assertEquals(Set.of("856-ACME-1.edi"), names(sending));
    }

    @Test
    void a_partner_whose_home_is_no_folder_keeps_no_other_waiting_and_is_said() throws Exception {
        server.stop();
        Path home = settingsFolder.resolve("home/acme");
        for (String name : List.of("in", "out", "")) {
            Files.delete(home.resolve(name));
        }
        Files.writeString(home, "no folder");
        Files.writeString(settingsFolder.resolve("home/delta/in/a.edi"), "hello END");

        start();

        assertEquals(Set.of("a.edi"), names(folders.inbox().resolve("delta")));
        assertTrue(server.report().files().get("acme").contains("may read and write " + home), () -> server.report()
                .toString());
    }

    @Test
    void a_file_that_cannot_be_taken_keeps_none_of_ours_from_the_partner_and_is_said() throws Exception {
        Files.writeString(folders.inbox().resolve("acme"), "no folder");
        Files.writeString(settingsFolder.resolve("home/acme/in/a.edi"), "hello END");
        Files.writeString(folders.outbox().resolve("856-ACME-1.edi"), "FOR:ZZ:ACME hello END");

        server.look();

        assertEquals(Set.of("856-ACME-1.edi"), names(settingsFolder.resolve("home/acme/out")));
        assertEquals(Set.of("acme/a.edi"), server.report().files().keySet());
    }

    @Test
    void a_start_that_fails_at_one_of_two_addresses_leaves_no_port_open() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        // the second one is for documents: no machine has it
        Server half = new Server(settings(port, "127.0.0.1,192.0.2.1"), folders, audit, Clock.systemUTC());

        half.look();

        assertTrue(half.report().error().isPresent());
        assertThrows(ConnectException.class, () -> new Socket("127.0.0.1", port).close());
        half.stop();
    }

    @Test
    void a_session_has_few_channels_and_a_channel_few_files() throws Exception {
        Files.writeString(settingsFolder.resolve("home/acme/in/old.part"), "old");
        try (SshClient client = SshClient.setUpDefaultClient()) {
            client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
            client.start();
            try (ClientSession session = client.connect("acme", "127.0.0.1", server.port())
                    .verify(Duration.ofSeconds(60))
                    .getSession()) {
                session.addPublicKeyIdentity(new FileKeyPairProvider(key)
                        .loadKeys(session)
                        .iterator()
                        .next());
                session.auth().verify(Duration.ofSeconds(60));
                SftpClient sftp = SftpClientFactory.instance().createSftpClient(session);

                assertEquals(50, untilRefused(() -> sftp.open("in/old.part")));
                assertEquals(4, untilRefused(() -> SftpClientFactory.instance().createSftpClient(session)));
            }
        }
    }

    private static int untilRefused(Callable<?> ask) throws Exception {
        for (int i = 0; i < 100; i++) {
            try {
                ask.call();
            } catch (IOException refused) {
                return i;
            }
        }
        return 100;
    }

    @Test
    void connections_that_say_nothing_keep_out_others_of_their_address_only_and_are_forgotten() throws Exception {
        Set<Session> known = ConcurrentHashMap.newKeySet();
        SshServer strangers = SshServer.setUpDefaultServer();
        strangers.setHost("127.0.0.1");
        strangers.setKeyPairProvider(KeyPairProvider.wrap(HostKeys.in(hostKeys)));
        strangers.addSessionListener(new Logins(audit));
        // as MINA's own of time-outs, which comes behind ours
        strangers.addSessionListener(new SessionListener() {
            @Override
            public void sessionCreated(Session session) {
                known.add(session);
            }

            @Override
            public void sessionClosed(Session session) {
                known.remove(session);
            }
        });
        strangers.start();
        List<Socket> silent = new ArrayList<>();
        try {
            for (int i = 0; i < Logins.MOST_STRANGERS; i++) {
                silent.add(new Socket("127.0.0.1", strangers.getPort()));
                assertEquals('S', silent.get(i).getInputStream().read(), "it greets");
            }
            try (Socket oneMore = new Socket("127.0.0.1", strangers.getPort())) {
                oneMore.setSoTimeout((int) Duration.ofSeconds(60).toMillis());
                assertEquals(-1, oneMore.getInputStream().read(), "the connection is ended");
            }
            for (Socket one : silent) {
                one.close();
            }
            await(known::isEmpty);
            try (Socket later = new Socket("127.0.0.1", strangers.getPort())) {
                assertEquals('S', later.getInputStream().read(), "it greets again");
            }
        } finally {
            strangers.stop(true);
        }
    }

    @Test
    void the_host_keys_are_made_once_and_only_their_owner_reads_them() throws Exception {
        byte[] before = Files.readAllBytes(settingsFolder.resolve("host-ed25519"));
        server.stop();
        start();

        assertArrayEquals(before, Files.readAllBytes(settingsFolder.resolve("host-ed25519")));
        for (String name : List.of("host-ed25519", "host-rsa")) {
            assertEquals(
                    "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(hostKeys.resolve(name))));
        }
        Files.setPosixFilePermissions(settingsFolder.resolve("host-rsa"), PosixFilePermissions.fromString("rw-r--r--"));
        server.stop();
        Server open = new Server(
                new ServerSettings(
                        0,
                        "127.0.0.1",
                        settingsFolder,
                        Map.of(),
                        1,
                        1,
                        1,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1)),
                folders,
                audit,
                Clock.systemUTC());
        open.look();
        assertTrue(open.report().error().orElseThrow().contains("chmod 600"));
    }

    private Path lane(String name) {
        return folders.inbox().resolve("acme").resolve(name);
    }

    private Set<String> in(String partner) {
        return names(settingsFolder.resolve("home").resolve(partner).resolve("in"));
    }

    private static Set<String> names(Path of) {
        try (Stream<Path> files = Files.list(of)) {
            return new TreeSet<>(files.filter(file -> !Files.isDirectory(file))
                    .map(file -> file.getFileName().toString())
                    .toList());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> tree(Path of) throws IOException {
        try (Stream<Path> files = Files.walk(of)) {
            List<String> all = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                all.add(of.relativize(file)
                        + (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? " " + Files.readString(file) : ""));
            }
            return all;
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "did not happen in time");
            Thread.onSpinWait();
        }
    }
}

package org.lottrace.edi.as2.internal.peer;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.lottrace.api.audit.AuditLog;
import org.lottrace.api.lease.Lease;
import org.lottrace.api.lease.Leases;
import org.lottrace.edi.as2.internal.incoming.As2Partner;
import org.lottrace.edi.as2.internal.incoming.As2Servlet;
import org.lottrace.edi.as2.internal.incoming.Incoming;
import org.lottrace.edi.as2.internal.message.Disk;
import org.lottrace.edi.as2.internal.outgoing.HttpPost;
import org.lottrace.edi.as2.internal.outgoing.Looks;
import org.lottrace.edi.as2.internal.outgoing.Outgoing;
import org.lottrace.edi.as2.internal.outgoing.Post;
import org.lottrace.edi.as2.internal.outgoing.Receipts;
import org.lottrace.edi.as2.internal.partner.PartnerReport;
import org.lottrace.edi.as2.internal.partner.PartnerSettings;

/** A LotTrace with one partner: folders, the servlet on a server of its own, and what sends. It can be killed and started again. */
public final class Node implements As2Partner, AutoCloseable {
    public final TestFolders folders;
    public final Settings settings;
    public final As2Servlet servlet;
    public final List<String> audit = new java.util.concurrent.CopyOnWriteArrayList<>();
    public Disk disk = new Disk();
    public Optional<Post> otherPost = Optional.empty();
    private final Server server = new Server(new InetSocketAddress("127.0.0.1", 0));
    private Instant now = Keys.NOW;
    private PartnerSettings built;
    private Incoming incoming;
    private Outgoing outgoing;
    private Receipts receipts;
    private Looks looks;

    public Node(Path folder, Settings settings) throws IOException {
        this.folders = TestFolders.in(folder);
        this.settings = settings;
        AuditLog log = (AuditLog) Proxy.newProxyInstance(
                AuditLog.class.getClassLoader(), new Class<?>[] {AuditLog.class}, (proxy, method, values) -> {
                    audit.add(method.getName() + " " + values[0]);
                    return null;
                });
        servlet = new As2Servlet(log, 10, 6, 4, Duration.ofMinutes(5).toNanos(), System::nanoTime);
        servlet.partners(List.of(this));
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(new ServletHolder(servlet), As2Servlet.PATH);
        server.setHandler(context);
        LifeCycle.start(server);
        start(log);
    }

    private AuditLog log;

    private void start(AuditLog auditLog) throws IOException {
        log = auditLog;
        restart();
    }

    /** What was in memory is gone, what is on the disk stays. */
    public void restart() throws IOException {
        built = settings.build();
        Clock clock = new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }
        };
        Post post = otherPost.isPresent() ? otherPost.get() : new HttpPost(Optional.empty(), built.timeout());
        outgoing = new Outgoing(built, folders, own(), post, clock, disk);
        incoming = new Incoming(built, folders.inbox(), outgoing::take, log, clock, disk);
        receipts = new Receipts(built, incoming.receipts(), incoming::isDue, post, clock, disk);
        looks = new Looks(built, built.url().map(url -> outgoing), receipts, leases(), clock);
        incoming.recover();
    }

    /** Of one node alone. */
    private static Leases leases() {
        return (Leases) Proxy.newProxyInstance(
                Leases.class.getClassLoader(),
                new Class<?>[] {Leases.class},
                (proxy, method, values) -> switch (method.getName()) {
                    case "acquire" -> Optional.of(new Lease((String) values[0], "node", 1, Instant.MAX));
                    case "renew" -> Optional.of(values[0]);
                    default -> null;
                });
    }

    public URI url() {
        return URI.create(
                "http://127.0.0.1:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort() + As2Servlet.PATH);
    }

    public Path own() {
        return folders.outbox().resolve("acme@as2");
    }

    public void later(Duration time) {
        now = now.plus(time);
    }

    /** @return what is wrong with single files */
    public Map<String, String> look() throws IOException {
        Map<String, String> problems = new TreeMap<>();
        receipts.look(problems, () -> {});
        outgoing.look(problems, () -> {});
        return problems;
    }

    /** @return what lies in the lane of the partner */
    public List<byte[]> documents() throws IOException {
        Path lane = folders.inbox().resolve("acme");
        if (!Files.isDirectory(lane)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(lane)) {
            List<byte[]> documents = new java.util.ArrayList<>();
            for (Path file : files.toList()) {
                documents.add(Files.readAllBytes(file));
            }
            return documents;
        }
    }

    public List<String> names(String folder) throws IOException {
        Path path = own().resolve(folder);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** @return files that are left of messages that were worked on */
    public List<Path> leftOver() throws IOException {
        try (Stream<Path> files = Files.walk(folders.inbox().resolve(".as2"))) {
            return files.filter(file -> file.toString().endsWith(".tmp")).toList();
        }
    }

    /** @return what the thread of the partner does again and again */
    public Looks looks() {
        return looks;
    }

    public Outgoing outgoing() {
        return outgoing;
    }

    public PartnerSettings built() {
        return built;
    }

    @Override
    public Optional<Incoming> incoming() {
        return Optional.of(incoming);
    }

    @Override
    public boolean isBetween(String from, String to) {
        return from.equals(built.theirName()) && to.equals(built.ownName());
    }

    @Override
    public long largestRequest() {
        return built.largest() / 2 * 3 + 1024 * 1024;
    }

    @Override
    public PartnerReport report() {
        return new PartnerReport("acme", "", Optional.empty(), Optional.empty(), Map.of(), 0, List.of());
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }
}

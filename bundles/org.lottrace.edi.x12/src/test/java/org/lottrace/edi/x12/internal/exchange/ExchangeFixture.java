package org.lottrace.edi.x12.internal.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lottrace.api.edi.HandledSet;
import org.lottrace.api.edi.InboundTransactionSet;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.edi.TransactionSetHandler;
import org.lottrace.api.edi.UnreadPart;
import org.lottrace.api.edi.store.InterchangeStore;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.lease.Leases;
import org.lottrace.api.violation.Violation;
import org.lottrace.company.TestCompany;
import org.lottrace.edi.x12.internal.syntax.FileLimits;
import org.lottrace.edi.x12.testing.SamplePartners;
import org.lottrace.persistence.testing.TestDatabase;

/** The exchange on real stores and real folders, with a handler that counts in the database what it was given. */
final class ExchangeFixture implements TransactionSetHandler {
    static final String APPLIED = "applied";

    final SamplePartners partners = new SamplePartners();
    final TestDatabase database;
    final Folders folders;
    private Path mappings = SamplePartners.MAPPINGS;
    final List<InboundTransactionSet> handled = new ArrayList<>();
    InterchangesService service;
    Runnable whileWriting = () -> {};
    Function<InboundTransactionSet, List<Violation>> answer = set -> List.of();
    String usage = "P";
    String code = "856";
    FileLimits limits = new FileLimits(1024 * 1024);
    List<UnreadPart> unread = List.of();

    ExchangeFixture(Path folder) {
        this(folder, TestDatabase.h2());
    }

    ExchangeFixture(Path folder, TestDatabase database) {
        this.database = database;
        folders = new Folders(
                folder.resolve("inbox"),
                folder.resolve("archive"),
                folder.resolve("rejected"),
                folder.resolve("outbox"));
        restart();
        service.handlers(List.of(this));
    }

    /** As after a crash: nothing is remembered but the database and the folders. */
    void restart() {
        try {
            service = new InterchangesService(
                    database.unitOfWork(),
                    interruptible(database.interchanges()),
                    database.sequences(),
                    partners,
                    TestCompany.on(database).with(Clock.class, Bakery.CLOCK).service(Leases.class),
                    mappings,
                    new ExchangeSettings(Optional.empty(), usage, limits, Duration.ZERO, folders),
                    Bakery.CLOCK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        service.handlers(List.of(this));
    }

    /** As if these lines stood in the {@code exchange.properties} of a partner with the standard mapping. */
    void agree(Path folder, String lines) {
        try (Stream<Path> files = Files.walk(SamplePartners.MAPPINGS.resolve("x12"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(SamplePartners.MAPPINGS.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            Path agreement = folder.resolve("partners/standard/exchange.properties");
            Files.createDirectories(agreement.getParent());
            Files.writeString(agreement, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        mappings = folder;
        restart();
    }

    /** Between claiming an interchange and writing its file, its content is read. */
    private InterchangeStore interruptible(InterchangeStore store) {
        return (InterchangeStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {InterchangeStore.class}, (proxy, method, given) -> {
                    if (method.getName().equals("content")) {
                        whileWriting.run();
                    }
                    try {
                        return method.invoke(store, given);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    void setStatus(InterchangeStatus from, InterchangeStatus to) {
        InterchangeRecord newest = service.recent(1).get(0);
        database.unitOfWork().run(() -> database.interchanges().replaceStatus(newest.id(), from, to));
    }

    @Override
    public String transactionSet() {
        return code;
    }

    @Override
    public HandledSet handle(InboundTransactionSet set) {
        handled.add(set);
        database.sequences().next(APPLIED);
        return new HandledSet(answer.apply(set), unread);
    }

    /** @return how many sets were applied and committed */
    long applied() {
        long[] next = new long[1];
        database.unitOfWork().run(() -> {
            next[0] = database.sequences().next(APPLIED);
            database.unitOfWork().rollbackOnly();
        });
        return next[0] - 1;
    }

    static String sample(String name) {
        try {
            return Files.readString(SamplePartners.MAPPINGS.resolve("samples").resolve(name + ".edi"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void drop(String name, String content) {
        drop(name, content.getBytes(StandardCharsets.UTF_8));
    }

    void drop(String name, byte[] content) {
        try {
            Files.write(folders.inbox().resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void move(Path file, Path folder) {
        try {
            Files.move(file, folder.resolve(file.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file is seen at the first look and taken at the second. */
    void look() {
        service.look();
        service.look();
    }

    static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path folder, String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return direction, status, sets and file of every record, the oldest first */
    List<String> log() {
        List<InterchangeRecord> records = new ArrayList<>(service.recent(100));
        Collections.reverse(records);
        return records.stream()
                .map(r -> r.direction() + " " + r.status() + " " + r.transactionSets() + " " + r.fileName())
                .toList();
    }
}

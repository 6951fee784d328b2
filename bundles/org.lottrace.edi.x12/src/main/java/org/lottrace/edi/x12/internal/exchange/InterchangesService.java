package org.lottrace.edi.x12.internal.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.lottrace.api.edi.CheckedFile;
import org.lottrace.api.edi.FilePreview;
import org.lottrace.api.edi.InterchangeFilter;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeText;
import org.lottrace.api.edi.Interchanges;
import org.lottrace.api.edi.OutboundTransactionSet;
import org.lottrace.api.edi.QuarantinedInterchanges;
import org.lottrace.api.edi.TransactionSetHandler;
import org.lottrace.api.edi.store.InterchangeStore;
import org.lottrace.api.lease.Leases;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.api.partner.PartnerDirectory;
import org.lottrace.api.transaction.NumberSequences;
import org.lottrace.api.transaction.StoreUnavailableException;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.edi.x12.internal.delivery.DeliveredMappings;
import org.lottrace.edi.x12.internal.exchange.Lanes.Lane;
import org.lottrace.edi.x12.internal.rules.Examiner;
import org.lottrace.edi.x12.internal.rules.OwnAddresses;
import org.lottrace.edi.x12.internal.schema.SchemaFolder;
import org.lottrace.edi.x12.internal.syntax.EdifactScanner;
import org.lottrace.edi.x12.internal.syntax.X12Scanner;
import org.lottrace.folder.FileHandler;
import org.lottrace.folder.FolderSettings;
import org.lottrace.folder.WatchedFolder;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Interchanges through folders: the inbox is watched by one thread, what goes out is written after the commit. */
@Component(
        service = {Interchanges.class, QuarantinedInterchanges.class},
        configurationPid = InterchangesService.PID,
        immediate = true)
@Designate(ocd = InterchangesConfig.class)
public final class InterchangesService implements Interchanges, QuarantinedInterchanges {
    private static final Logger LOG = LoggerFactory.getLogger(InterchangesService.class);

    static final String PID = "org.lottrace.edi.x12";
    /** What goes out is written when it is committed; this is for what was not. */
    private static final int LOOKS_PER_OUTBOX = 60;

    private static final int SHORTEST_INTERVAL = 100;
    private static final long STOP_SECONDS = 30;
    private static final int MOST_LANES = 64;
    private static final int MOST_THREADS = 2 * (MOST_LANES + SizedTurns.MOST_WAITING);
    private static final long IDLE_SECONDS = 60;

    /** A whiteboard: who understands which transaction set changes while this runs. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<TransactionSetHandler> handlers = List.of();

    private final UnitOfWork unitOfWork;
    private final InterchangeStore store;
    private final OwnAddresses own;
    private final Outbox outbox;
    private final Intake intake;
    private final Quarantine quarantine;
    private final Previews previews;
    private final Lanes inbox;
    private final ExecutorService lanes;
    private long looks;
    private boolean isOutboxFailing;
    private final ScheduledExecutorService watcher;

    /** @throws IllegalArgumentException if the configuration is wrong; the message names the property */
    @Activate
    public InterchangesService(
            BundleContext context,
            @Reference UnitOfWork unitOfWork,
            @Reference InterchangeStore store,
            @Reference NumberSequences numbers,
            @Reference PartnerDirectory partners,
            @Reference Leases leases,
            @Reference Clock clock,
            InterchangesConfig config)
            throws IOException {
        this(
                unitOfWork,
                store,
                numbers,
                partners,
                leases,
                Path.of(config.mappings()),
                ExchangeSettings.of(config),
                clock,
                lanes(config.lanes()),
                laneThreads());
        DeliveredMappings.deliver(DeliveredMappings.carriedBy(context.getBundle()), Path.of(config.mappings()));
        int interval = config.poll_milliseconds();
        if (interval < SHORTEST_INTERVAL) {
            throw new IllegalArgumentException("poll.milliseconds must be 100 or more, not " + interval);
        }
        watcher.scheduleWithFixedDelay(this::look, interval, interval, TimeUnit.MILLISECONDS);
    }

    /** For tests: the inbox is looked into by {@link #look}, never by a thread. */
    InterchangesService(
            UnitOfWork unitOfWork,
            InterchangeStore store,
            NumberSequences numbers,
            PartnerDirectory partners,
            Leases leases,
            Path mappings,
            ExchangeSettings settings,
            Clock clock)
            throws IOException {
        this(unitOfWork, store, numbers, partners, leases, mappings, settings, clock, 1, new AtOnce());
    }

    private InterchangesService(
            UnitOfWork unitOfWork,
            InterchangeStore store,
            NumberSequences numbers,
            PartnerDirectory partners,
            Leases leases,
            Path mappings,
            ExchangeSettings settings,
            Clock clock,
            int atOnce,
            ExecutorService lanes)
            throws IOException {
        settings.folders().create();
        this.unitOfWork = unitOfWork;
        this.store = store;
        SchemaFolder schemas = new SchemaFolder(mappings);
        this.own = new OwnAddresses(partners, settings.ownAddress());
        Examiner examiner = new Examiner(partners, schemas, own, settings.limits());
        this.outbox = new Outbox(unitOfWork, store, numbers, schemas, settings, clock);
        ContentHandlers content = new ContentHandlers(() -> handlers);
        PartnerAnswers answers = new PartnerAnswers(store, settings.usage().equals("T"));
        this.intake =
                new Intake(unitOfWork, store, examiner, content, new Agreements(mappings), outbox, answers, own, clock);
        this.previews = new Previews(examiner, () -> handlers);
        this.quarantine = new Quarantine(unitOfWork, store, intake);
        this.lanes = lanes;
        FileHandler inTurn = new SizedTurns(intake, atOnce);
        this.inbox = new Lanes(
                settings.folders().inbox(), (lane, files) -> watched(settings, lane, files, inTurn, leases), lanes);
        this.watcher = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "lottrace-edi-inbox");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** As many as may be at large files and at small ones, and wait for a turn with them; lanes beyond that wait for another look. */
    private static ExecutorService laneThreads() {
        return new ThreadPoolExecutor(
                0,
                MOST_THREADS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                InterchangesService::laneThread);
    }

    private static Thread laneThread(Runnable work) {
        Thread thread = new Thread(work, "lottrace-edi-lane");
        thread.setDaemon(true);
        return thread;
    }

    private static int lanes(int lanes) {
        if (lanes < 1 || lanes > MOST_LANES) {
            throw new IllegalArgumentException("lanes must be 1 to " + MOST_LANES + ", not " + lanes);
        }
        return lanes;
    }

    /** What comes through a folder of its own is archived in one of its own: no other lane can have the name of its file. */
    private static WatchedFolder watched(
            ExchangeSettings settings, Lane lane, Predicate<Path> files, FileHandler intake, Leases leases) {
        Folders folders = settings.folders();
        Path own = folders.inbox().relativize(lane.folder());
        FolderSettings watched = new FolderSettings(
                lane.folder(),
                folders.archive().resolve(own),
                folders.rejected().resolve(own),
                settings.limits().bytes(),
                settings.patience(),
                new FolderSettings.Words(
                        "the EDI inbox", "edi.file", "applied", "segment of the file / tag / element"));
        try {
            // those of the inbox itself were made at the start; what is in their way now must not keep a file from
            // being taken
            if (!lane.folder().equals(folders.inbox())) {
                watched.create();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folders for " + lane.folder() + " cannot be made", e);
        }
        return new WatchedFolder(watched, intake, leases, lane.part(), files);
    }

    /** Lets the file that is being processed come to its end. */
    @Deactivate
    void stop() throws InterruptedException {
        watcher.shutdown();
        if (!watcher.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            watcher.shutdownNow();
        }
        lanes.shutdown();
        if (!lanes.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            lanes.shutdownNow();
        }
    }

    @Override
    public List<Violation> send(OutboundTransactionSet set) {
        Optional<EdiAddress> sender = own.sender();
        Optional<EdiAddress> receiver = set.receiver().profile().ediAddress();
        if (sender.isEmpty()) {
            return List.of(new Violation(
                    "NO_OWN_ADDRESS",
                    ViolationPath.WHOLE,
                    "we have no interchange address; enter it in the profile of the company"));
        }
        if (receiver.isEmpty()) {
            return List.of(new Violation(
                    "NO_EDI_ADDRESS",
                    ViolationPath.WHOLE,
                    "partner " + set.receiver().id() + " has no interchange address; enter it in its profile"));
        }
        try {
            Outbox.Message message = Outbox.Message.of(set, sender.get(), receiver.get());
            return unitOfWork.required(() -> outbox.store(message));
        } catch (IllegalArgumentException e) {
            return List.of(new Violation("CONTENT_NOT_WRITABLE", ViolationPath.WHOLE, e.getMessage()));
        }
    }

    @Override
    public List<Violation> release(long id) {
        return quarantine.release(id);
    }

    @Override
    public List<Violation> check(byte[] content) {
        return intake.check(content);
    }

    @Override
    public FilePreview preview(byte[] content) {
        return unitOfWork.required(() -> previews.of(content));
    }

    @Override
    public CheckedFile examine(byte[] content) {
        return intake.examine(content, previews);
    }

    @Override
    public List<InterchangeRecord> recent(int limit) {
        return unitOfWork.required(() -> store.recent(limit));
    }

    @Override
    public List<InterchangeRecord> before(Optional<Long> before, InterchangeFilter filter, int limit) {
        return unitOfWork.required(() -> store.before(before.orElse(Long.MAX_VALUE), filter, limit));
    }

    @Override
    public Optional<InterchangeRecord> find(long id) {
        return unitOfWork.required(() -> store.find(id));
    }

    @Override
    public Optional<InterchangeText> text(long id) {
        return unitOfWork.required(() -> store.find(id).map(record -> text(store.content(id))));
    }

    private static InterchangeText text(byte[] content) {
        int shown = Math.min(InterchangeText.MOST_BYTES, content.length);
        return new InterchangeText(decode(Arrays.copyOf(content, shown)), content.length);
    }

    private static String decode(byte[] content) {
        return EdifactScanner.isEdifact(content) ? EdifactScanner.decode(content) : X12Scanner.decode(content);
    }

    /** Takes what is complete, and now and then writes what a crash or a full disk has left unsent. Never throws. */
    synchronized void look() {
        try {
            inbox.look();
            if (looks++ % LOOKS_PER_OUTBOX == 0) {
                outbox.writePending();
                isOutboxFailing = false;
            }
        } catch (RuntimeException | Error e) {
            // the edge of the program: nobody above could do more than try again. An error too, such as no thread for a
            // lane: thrown further it would end the watching of all folders
            if (!isOutboxFailing) {
                if (e instanceof StoreUnavailableException) { // its cause is told as an error already
                    LOG.warn("the EDI folders cannot be looked into or written to; tried again later", e);
                } else {
                    LOG.error("the EDI folders cannot be looked into or written to; tried again later", e);
                }
            }
            isOutboxFailing = true;
        }
    }

    /** For tests. */
    void handlers(List<TransactionSetHandler> these) {
        handlers = these;
    }
}

package org.lottrace.response.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lease.Leases;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.recall.ConsigneeAnswer;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.answer.AnswerColumn;
import org.lottrace.api.recall.answer.AnswerFiles;
import org.lottrace.api.recall.answer.SetAsideAnswer;
import org.lottrace.api.recall.notice.RecallNotice;
import org.lottrace.api.recall.report.RecallReports;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.lottrace.folder.FolderSettings;
import org.lottrace.folder.WatchedFolder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers as files, from the folder and from people. In the folder the code in the file is the right to answer. */
@Component(service = AnswerFiles.class, configurationPid = ResponseConfig.PID, immediate = true)
public final class AnswerFilesService implements AnswerFiles {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerFilesService.class);
    private static final int SHORTEST_INTERVAL = 100;
    private static final long STOP_SECONDS = 30;

    private final AnswerLinksService links;
    private final RecallReports reports;
    private final UnitOfWork unitOfWork;
    private final AnswerRecording recording;
    private final WatchedFolder inbox;
    private final ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "lottrace-recall-answers");
        thread.setDaemon(true);
        return thread;
    });

    /** @throws IllegalArgumentException if the configuration is wrong; the message names the property */
    @Activate
    public AnswerFilesService(
            @Reference AnswerLinksService links,
            @Reference RecallReports reports,
            @Reference(target = AnswerRecording.NEEDED) Operations operations,
            @Reference UnitOfWork unitOfWork,
            @Reference Leases leases,
            ResponseConfig config)
            throws IOException {
        this(
                links,
                reports,
                operations,
                unitOfWork,
                leases,
                folders(
                        Path.of(config.answers_inbox()),
                        Path.of(config.answers_archive()),
                        Path.of(config.answers_rejected())));
        int interval = config.answers_poll_milliseconds();
        if (interval < SHORTEST_INTERVAL) {
            throw new IllegalArgumentException("answers.poll.milliseconds must be 100 or more, not " + interval);
        }
        watcher.scheduleWithFixedDelay(inbox::look, interval, interval, TimeUnit.MILLISECONDS);
    }

    /** For tests: the inbox is looked into by {@link #look}, never by a thread. */
    AnswerFilesService(
            AnswerLinksService links,
            RecallReports reports,
            Operations operations,
            UnitOfWork unitOfWork,
            Leases leases,
            FolderSettings folders)
            throws IOException {
        folders.create();
        this.links = links;
        this.reports = reports;
        this.unitOfWork = unitOfWork;
        this.recording = new AnswerRecording(operations, unitOfWork);
        this.inbox = new WatchedFolder(
                folders,
                (name, content, archived, proof) -> unitOfWork.required(() -> {
                    Outcome<RecallCase> outcome = take(Caller::consignee, content);
                    proof.run();
                    return outcome.violations();
                }),
                leases);
    }

    static FolderSettings folders(Path inbox, Path archive, Path rejected) {
        return new FolderSettings(
                inbox,
                archive,
                rejected,
                AnswerSheet.LARGEST,
                new FolderSettings.Words(
                        "the inbox of recall answers", "recall.file", "recorded", "line and column of the file"));
    }

    @Deactivate
    void stop() throws InterruptedException {
        watcher.shutdown();
        if (!watcher.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            watcher.shutdownNow();
        }
    }

    /** For tests. */
    void look() {
        inbox.look();
    }

    @Override
    public Outcome<RecallCase> take(Caller caller, byte[] content) {
        return take(consignee -> caller, content);
    }

    @Override
    public List<SetAsideAnswer> setAside() {
        return inbox.setAside().stream().map(this::setAside).toList();
    }

    private SetAsideAnswer setAside(Path file) {
        try {
            Optional<String> notice = notice(AnswerSheet.read(inbox.content(file)));
            return new SetAsideAnswer(
                    file.toString(), notice.flatMap(OpenNotice::caseOf), notice.flatMap(OpenNotice::partyOf));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** @return the notice a file answers, if its code proves that */
    private Optional<String> notice(AnswerSheet sheet) {
        return sheet.first()
                .filter(row -> links.isCodeFor(row.text(AnswerColumn.NOTICE), row.text(AnswerColumn.CODE)))
                .map(row -> row.text(AnswerColumn.NOTICE));
    }

    /** @param callers who hands the file in, by the consignee who answers */
    private Outcome<RecallCase> take(Function<PartyId, Caller> callers, byte[] content) {
        AnswerSheet sheet = AnswerSheet.read(content);
        if (!sheet.problems().isEmpty()) {
            return new Outcome.Refused<>(sheet.problems());
        }
        return unitOfWork.required(() -> notice(sheet)
                .flatMap(key -> OpenNotice.find(reports, key))
                .map(notice -> take(callers.apply(notice.consignee().party()), notice, sheet, content))
                .orElseGet(() -> new Outcome.Refused<>(List.of(codeWrong(sheet)))));
    }

    private Outcome<RecallCase> take(Caller caller, OpenNotice notice, AnswerSheet sheet, byte[] content) {
        List<RecallNotice.Goods> sent =
                reports.notice(notice.recallCase(), notice.key()).orElseThrow().goods();
        FileAnswers file = new FileAnswers(notice, sent, digest(content));
        List<ConsigneeAnswer> answers = file.answers(sheet.rows());
        if (!file.problems().isEmpty()) {
            return new Outcome.Refused<>(file.problems());
        }
        Outcome<RecallCase> result = recording.record(caller, notice.recallCase(), answers);
        LOG.info(
                "recall answered by file case={} notice={} actor={} lines={} recorded={}",
                notice.recallCase(),
                notice.key(),
                caller.name(),
                answers.size(),
                result.toOptional().isPresent());
        return result;
    }

    private static Violation codeWrong(AnswerSheet sheet) {
        return sheet.first()
                .orElseThrow()
                .cell(AnswerColumn.CODE)
                .problem(
                        "CODE_WRONG",
                        "this is not the code of the notice in this row; write both as they were sent out");
    }

    private static String digest(byte[] content) {
        try {
            return "csv sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}

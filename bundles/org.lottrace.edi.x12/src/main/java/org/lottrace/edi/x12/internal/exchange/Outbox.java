package org.lottrace.edi.x12.internal.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.edi.Direction;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.edi.OutboundTransactionSet;
import org.lottrace.api.edi.store.InterchangeStore;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.api.partner.Party;
import org.lottrace.api.transaction.NumberSequences;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.edi.x12.internal.schema.MessageWriter;
import org.lottrace.edi.x12.internal.schema.SchemaFolder;
import org.lottrace.edi.x12.internal.schema.SetWriter;
import org.lottrace.folder.FileMoves;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What goes out: stored with its control number in the unit of work that causes it, written as a file after the commit. What
 * was stored but not written (a crash, a full disk) is written by the next call of {@link #writePending}.
 */
final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final String SEQUENCE = "edi.interchange";
    /** ISA13 has nine digits; after the last one it begins again. */
    private static final long CONTROL_NUMBERS = 999_999_999;

    private final UnitOfWork unitOfWork;
    private final InterchangeStore store;
    private final NumberSequences numbers;
    private final Rendering rendering;
    private final ExchangeSettings settings;
    private final Clock clock;

    Outbox(
            UnitOfWork unitOfWork,
            InterchangeStore store,
            NumberSequences numbers,
            SchemaFolder schemas,
            ExchangeSettings settings,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.numbers = numbers;
        this.rendering = new Rendering(schemas, settings.usage(), clock);
        this.settings = settings;
        this.clock = clock;
    }

    /** {@link Message#code()} of an interchange acknowledgement, which stands in no group; its only set is its only segment. */
    static final String TA1 = "TA1";

    /** Transaction sets of one code for one partner. */
    record Message(
            String code,
            String functionalId,
            String version,
            EdiAddress sender,
            EdiAddress receiver,
            Optional<Party> partner,
            String key,
            boolean withheld,
            List<List<List<String>>> sets) {
        /** @throws IllegalArgumentException if its content is not that of a set */
        static Message of(OutboundTransactionSet set, EdiAddress sender, EdiAddress receiver) {
            return new Message(
                    set.code(),
                    set.functionalId(),
                    set.version(),
                    sender,
                    receiver,
                    Optional.of(set.receiver()),
                    set.key(),
                    set.withheld(),
                    List.of(
                            Outbox.isEdifact(set.code())
                                    ? MessageWriter.segments(set.xml())
                                    : SetWriter.segments(set.xml())));
        }

        boolean isEdifact() {
            return Outbox.isEdifact(code);
        }
    }

    /** @return whether it is the code of a message of EDIFACT, which has six letters */
    static boolean isEdifact(String code) {
        return code.matches("[A-Z]{6}");
    }

    /**
     * Stores an interchange for sending, in the caller's unit of work. Idempotent by key. A control number is taken only for
     * what passes.
     *
     * @return what our own schema has against it; empty when it is stored, now or before
     * @throws IllegalArgumentException if it cannot be written as X12
     */
    List<Violation> store(Message message) {
        String key = OutboundTransactionSet.logKey(message.code(), message.key());
        if (store.find(key).isPresent()) {
            return List.of();
        }
        List<Violation> problems =
                message.code().equals(TA1) ? List.of() : rendering.check(rendering.write(message, 0));
        if (problems.isEmpty()) {
            long control = (numbers.next(SEQUENCE) - 1) % CONTROL_NUMBERS + 1;
            store.insert(record(message, control), Optional.of(key), rendering.write(message, control));
            unitOfWork.afterCommit(this::writePending);
        }
        return problems;
    }

    /** As {@link #store}; what cannot be written at all is a problem, too. */
    List<Violation> storeIfPossible(Message message) {
        try {
            return store(message);
        } catch (IllegalArgumentException e) {
            return List.of(new Violation(
                    "CONTENT_NOT_WRITABLE",
                    ViolationPath.WHOLE,
                    Optional.ofNullable(e.getMessage()).orElse("")));
        }
    }

    /** @return ISA13 */
    static String control(long number) {
        return String.format("%09d", number);
    }

    /** @return false when it is withheld since it was read: a recall found it unsent */
    private boolean claimed(InterchangeRecord record) {
        return unitOfWork.required(
                () -> store.replaceStatus(record.id(), InterchangeStatus.PENDING, InterchangeStatus.SENDING));
    }

    private InterchangeRecord record(Message message, long control) {
        String number = control(control);
        return new InterchangeRecord(
                0,
                Direction.OUTBOUND,
                message.sender().toString(),
                message.receiver().toString(),
                number,
                message.sets().stream().map(set -> message.code()).toList(),
                message.code() + "-" + message.receiver().id().replaceAll("[^A-Za-z0-9._-]", "_") + "-" + number
                        + ".edi",
                message.withheld() ? InterchangeStatus.WITHHELD : InterchangeStatus.PENDING,
                clock.instant(),
                List.of());
    }

    /**
     * Writes every stored interchange whose file is not in the outbox yet. Called outside any unit of work.
     *
     * <p>After a crash between writing and noting it, the same file is written again with the same name and content; unless
     * it was to be stopped: then it counts as sent when its file is there, and is withheld when not.
     */
    synchronized void writePending() {
        List<InterchangeRecord> pending = unitOfWork.required(store::pending);
        for (InterchangeRecord record : pending) {
            if (record.status() == InterchangeStatus.STOPPING) {
                ended(record, Files.exists(file(record)));
            } else if (record.status() == InterchangeStatus.SENDING || claimed(record)) {
                write(record);
            }
        }
    }

    private void write(InterchangeRecord record) {
        Path file = file(record);
        try {
            FileMoves.write(file, unitOfWork.required(() -> store.content(record.id())));
        } catch (IOException e) {
            ended(record, false);
            throw new UncheckedIOException("cannot write " + file + "; it stays unsent and is tried again", e);
        }
        ended(record, true);
        LOG.info(
                "interchange sent receiver={} control={} sets={} file={}",
                record.receiver(),
                record.control(),
                record.transactionSets(),
                record.fileName());
    }

    /** Meanwhile a recall may have come: then what could not be written is withheld. Or the partner has answered already. */
    private void ended(InterchangeRecord record, boolean written) {
        unitOfWork.run(() -> {
            if (!ended(record, InterchangeStatus.SENDING, written, InterchangeStatus.PENDING)) {
                ended(record, InterchangeStatus.STOPPING, written, InterchangeStatus.WITHHELD);
            }
        });
    }

    private boolean ended(
            InterchangeRecord record, InterchangeStatus from, boolean written, InterchangeStatus otherwise) {
        return written
                ? store.written(record.id(), from, clock.instant())
                : store.replaceStatus(record.id(), from, otherwise);
    }

    private Path file(InterchangeRecord record) {
        return settings.folders().outbox().resolve(record.fileName());
    }
}

package org.lottrace.persistence.internal.recall;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.lottrace.api.recall.RecallFact;
import org.lottrace.api.recall.RecallFactKind;

/** How each kind of fact is stored. */
enum FactKind {
    OPENED(RecallFactKind.OPENED, RecallFact.Opened.class, OpenedRows::write, OpenedRows::read),
    SCOPE_SET(RecallFactKind.SCOPE_SET, RecallFact.ScopeSet.class, ScopeRows::write, ScopeRows::read),
    STOCK_BLOCKED(
            RecallFactKind.STOCK_BLOCKED,
            RecallFact.StockBlocked.class,
            StockRows::writeBlocked,
            StockRows::readBlocked),
    STOCK_FREED(RecallFactKind.STOCK_FREED, RecallFact.StockFreed.class, StockRows::writeFreed, StockRows::readFreed),
    DISPOSED(RecallFactKind.DISPOSED, RecallFact.Disposed.class, StockRows::writeDisposed, StockRows::readDisposed),
    NOTICE_QUEUED(
            RecallFactKind.NOTICE_QUEUED,
            RecallFact.NoticeQueued.class,
            ConsigneeRows::writeQueued,
            ConsigneeRows::readQueued),
    NOTICE_ATTEMPTED(
            RecallFactKind.NOTICE_ATTEMPTED,
            RecallFact.NoticeAttempted.class,
            ConsigneeRows::writeAttempted,
            ConsigneeRows::readAttempted),
    ANSWERED(
            RecallFactKind.ANSWERED,
            RecallFact.Answered.class,
            ConsigneeRows::writeAnswered,
            ConsigneeRows::readAnswered),
    SAMPLE_DRAWN(
            RecallFactKind.SAMPLE_DRAWN,
            RecallFact.SampleDrawn.class,
            ConsigneeRows::writeSample,
            ConsigneeRows::readSample),
    CHECKED(RecallFactKind.CHECKED, RecallFact.Checked.class, ConsigneeRows::writeChecked, ConsigneeRows::readChecked),
    NOTED(RecallFactKind.NOTED, RecallFact.Noted.class, EndRows::writeNoted, EndRows::readNoted),
    STATUS_REPORTED(
            RecallFactKind.STATUS_REPORTED,
            RecallFact.StatusReported.class,
            EndRows::writeReported,
            EndRows::readReported),
    SIGNED_FOR(RecallFactKind.SIGNED_FOR, RecallFact.SignedFor.class, EndRows::writeSigned, EndRows::readSigned),
    STRUCK(RecallFactKind.STRUCK, RecallFact.Struck.class, EndRows::writeStruck, EndRows::readStruck),
    CANCELLED(RecallFactKind.CANCELLED, RecallFact.Cancelled.class, EndRows::writeCancelled, EndRows::readCancelled),
    CLOSED(RecallFactKind.CLOSED, RecallFact.Closed.class, EndRows::writeClosed, EndRows::readClosed);

    private final RecallFactKind kind;
    private final Function<RecallFact, List<FactRow>> writer;
    private final Function<FactReader, RecallFact> reader;

    <F extends RecallFact> FactKind(
            RecallFactKind kind,
            Class<F> type,
            Function<F, List<FactRow>> writer,
            Function<FactReader, RecallFact> reader) {
        this.kind = kind;
        this.writer = fact -> writer.apply(type.cast(fact));
        this.reader = reader;
    }

    static FactKind of(RecallFactKind kind) {
        return Arrays.stream(values())
                .filter(form -> form.kind == kind)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no form is known to store " + kind));
    }

    List<FactRow> write(RecallFact fact) {
        return writer.apply(fact);
    }

    RecallFact read(FactReader rows) {
        return reader.apply(rows);
    }
}

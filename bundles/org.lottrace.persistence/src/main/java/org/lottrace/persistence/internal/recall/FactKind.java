package org.lottrace.persistence.internal.recall;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.lottrace.api.recall.RecallFact;

/** The kinds of facts as they are stored. A name that was ever written stays. */
enum FactKind {
    OPENED(RecallFact.Opened.class, OpenedRows::write, OpenedRows::read),
    SCOPE_SET(RecallFact.ScopeSet.class, ScopeRows::write, ScopeRows::read),
    STOCK_BLOCKED(RecallFact.StockBlocked.class, StockRows::writeBlocked, StockRows::readBlocked),
    STOCK_FREED(RecallFact.StockFreed.class, StockRows::writeFreed, StockRows::readFreed),
    DISPOSED(RecallFact.Disposed.class, StockRows::writeDisposed, StockRows::readDisposed),
    NOTICE_QUEUED(RecallFact.NoticeQueued.class, ConsigneeRows::writeQueued, ConsigneeRows::readQueued),
    NOTICE_ATTEMPTED(RecallFact.NoticeAttempted.class, ConsigneeRows::writeAttempted, ConsigneeRows::readAttempted),
    ANSWERED(RecallFact.Answered.class, ConsigneeRows::writeAnswered, ConsigneeRows::readAnswered),
    SAMPLE_DRAWN(RecallFact.SampleDrawn.class, ConsigneeRows::writeSample, ConsigneeRows::readSample),
    CHECKED(RecallFact.Checked.class, ConsigneeRows::writeChecked, ConsigneeRows::readChecked),
    NOTED(RecallFact.Noted.class, EndRows::writeNoted, EndRows::readNoted),
    STATUS_REPORTED(RecallFact.StatusReported.class, EndRows::writeReported, EndRows::readReported),
    SIGNED_FOR(RecallFact.SignedFor.class, EndRows::writeSigned, EndRows::readSigned),
    CLOSED(RecallFact.Closed.class, EndRows::writeClosed, EndRows::readClosed);

    private final Class<? extends RecallFact> type;
    private final Function<RecallFact, List<FactRow>> writer;
    private final Function<FactReader, RecallFact> reader;

    <F extends RecallFact> FactKind(
            Class<F> type, Function<F, List<FactRow>> writer, Function<FactReader, RecallFact> reader) {
        this.type = type;
        this.writer = fact -> writer.apply(type.cast(fact));
        this.reader = reader;
    }

    static FactKind of(RecallFact fact) {
        return Arrays.stream(values())
                .filter(kind -> kind.type.isInstance(fact))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no form is known to store " + fact));
    }

    List<FactRow> write(RecallFact fact) {
        return writer.apply(fact);
    }

    RecallFact read(FactReader rows) {
        return reader.apply(rows);
    }
}

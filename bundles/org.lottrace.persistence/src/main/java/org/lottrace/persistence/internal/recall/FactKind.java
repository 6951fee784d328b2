package org.lottrace.persistence.internal.recall;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.lottrace.api.code.Coded;
import org.lottrace.api.recall.RecallFact;

/** The kinds of facts as they are stored. A code that was ever written stays. */
enum FactKind implements Coded {
    OPENED("OPENED", RecallFact.Opened.class, OpenedRows::write, OpenedRows::read),
    SCOPE_SET("SCOPE_SET", RecallFact.ScopeSet.class, ScopeRows::write, ScopeRows::read),
    STOCK_BLOCKED("STOCK_BLOCKED", RecallFact.StockBlocked.class, StockRows::writeBlocked, StockRows::readBlocked),
    STOCK_FREED("STOCK_FREED", RecallFact.StockFreed.class, StockRows::writeFreed, StockRows::readFreed),
    DISPOSED("DISPOSED", RecallFact.Disposed.class, StockRows::writeDisposed, StockRows::readDisposed),
    NOTICE_QUEUED(
            "NOTICE_QUEUED", RecallFact.NoticeQueued.class, ConsigneeRows::writeQueued, ConsigneeRows::readQueued),
    NOTICE_ATTEMPTED(
            "NOTICE_ATTEMPTED",
            RecallFact.NoticeAttempted.class,
            ConsigneeRows::writeAttempted,
            ConsigneeRows::readAttempted),
    ANSWERED("ANSWERED", RecallFact.Answered.class, ConsigneeRows::writeAnswered, ConsigneeRows::readAnswered),
    SAMPLE_DRAWN("SAMPLE_DRAWN", RecallFact.SampleDrawn.class, ConsigneeRows::writeSample, ConsigneeRows::readSample),
    CHECKED("CHECKED", RecallFact.Checked.class, ConsigneeRows::writeChecked, ConsigneeRows::readChecked),
    NOTED("NOTED", RecallFact.Noted.class, EndRows::writeNoted, EndRows::readNoted),
    STATUS_REPORTED("STATUS_REPORTED", RecallFact.StatusReported.class, EndRows::writeReported, EndRows::readReported),
    SIGNED_FOR("SIGNED_FOR", RecallFact.SignedFor.class, EndRows::writeSigned, EndRows::readSigned),
    CLOSED("CLOSED", RecallFact.Closed.class, EndRows::writeClosed, EndRows::readClosed);

    private final String code;
    private final Class<? extends RecallFact> type;
    private final Function<RecallFact, List<FactRow>> writer;
    private final Function<FactReader, RecallFact> reader;

    <F extends RecallFact> FactKind(
            String code, Class<F> type, Function<F, List<FactRow>> writer, Function<FactReader, RecallFact> reader) {
        this.code = code;
        this.type = type;
        this.writer = fact -> writer.apply(type.cast(fact));
        this.reader = reader;
    }

    @Override
    public String code() {
        return code;
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

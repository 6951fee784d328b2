package org.lottrace.api.recall;

import java.util.Arrays;
import org.lottrace.api.code.Coded;

/** The kinds of facts of a case, as they are stored and exported. */
public enum RecallFactKind implements Coded {
    OPENED("OPENED", RecallFact.Opened.class),
    SCOPE_SET("SCOPE_SET", RecallFact.ScopeSet.class),
    STOCK_BLOCKED("STOCK_BLOCKED", RecallFact.StockBlocked.class),
    STOCK_FREED("STOCK_FREED", RecallFact.StockFreed.class),
    DISPOSED("DISPOSED", RecallFact.Disposed.class),
    NOTICE_QUEUED("NOTICE_QUEUED", RecallFact.NoticeQueued.class),
    NOTICE_ATTEMPTED("NOTICE_ATTEMPTED", RecallFact.NoticeAttempted.class),
    ANSWERED("ANSWERED", RecallFact.Answered.class),
    SAMPLE_DRAWN("SAMPLE_DRAWN", RecallFact.SampleDrawn.class),
    CHECKED("CHECKED", RecallFact.Checked.class),
    NOTED("NOTED", RecallFact.Noted.class),
    STATUS_REPORTED("STATUS_REPORTED", RecallFact.StatusReported.class),
    SIGNED_FOR("SIGNED_FOR", RecallFact.SignedFor.class),
    STRUCK("STRUCK", RecallFact.Struck.class),
    CANCELLED("CANCELLED", RecallFact.Cancelled.class),
    CLOSED("CLOSED", RecallFact.Closed.class);

    private final String code;
    private final Class<? extends RecallFact> type;

    RecallFactKind(String code, Class<? extends RecallFact> type) {
        this.code = code;
        this.type = type;
    }

    public static RecallFactKind of(RecallFact fact) {
        return Arrays.stream(values())
                .filter(kind -> kind.type.isInstance(fact))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind is known of " + fact));
    }

    @Override
    public String code() {
        return code;
    }
}

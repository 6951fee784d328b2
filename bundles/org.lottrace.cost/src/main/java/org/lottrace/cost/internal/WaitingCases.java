package org.lottrace.cost.internal;

import java.util.ArrayList;
import java.util.List;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.store.KeptWaiting;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.exceptioncase.CaseOpening;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A case for each event that cannot be booked, until it is. They are the last that is written of a page, and those that are opened the last
 * of all: whoever takes a number has every case that it closes, as a capture does.
 */
final class WaitingCases {
    private static final Logger LOG = LoggerFactory.getLogger(WaitingCases.class);
    private static final String BOOKS = "lottrace";

    private final CaseOpening cases;
    private final List<Runnable> toClose = new ArrayList<>();
    private final List<Runnable> toOpen = new ArrayList<>();

    WaitingCases(CaseOpening cases) {
        this.cases = cases;
    }

    /** What a page that failed would have written is not written. */
    void forget() {
        toClose.clear();
        toOpen.clear();
    }

    void open(RecordedEvent event, String reason) {
        toOpen.add(() -> {
            cases.openOnce(
                    LotCosting.COST_WAITING,
                    event.event().id(),
                    event.event().lines().stream().map(EventLine::lot).findFirst(),
                    event.event().context().site(),
                    "event " + event.event().id() + " at ledger position " + event.position() + " is not booked: "
                            + reason + ". What is about its lots and orders waits for it; all else goes on");
            LOG.warn(
                    "event cannot be booked and waits event={} position={} reason={}",
                    event.event().id(),
                    event.position(),
                    reason);
        });
    }

    void close(KeptWaiting row, String reason) {
        toClose.add(() -> {
            cases.close(row.event(), open -> open.code().equals(LotCosting.COST_WAITING), BOOKS, reason);
            LOG.info("event waits no longer event={} position={} why={}", row.event(), row.position(), reason);
        });
    }

    void write() {
        toClose.forEach(Runnable::run);
        toOpen.forEach(Runnable::run);
        forget();
    }
}

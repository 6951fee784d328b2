package org.lottrace.console.web.internal.recall;

import java.util.stream.Collectors;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.recall.RecallFact;
import org.lottrace.api.recall.RecallFactKind;
import org.lottrace.console.web.internal.page.Visit;

/** The most important of what a step of a case says, in the language of the reader; everything is in the export. */
public final class Steps {
    private Steps() {}

    /** @return what kind of step it is */
    public static String title(RecallFact fact, Visit visit) {
        return visit.texts().lookup("recall.fact." + RecallFactKind.of(fact).code());
    }

    public static String text(RecallFact fact, Visit visit) {
        if (fact instanceof RecallFact.Opened opened) {
            return opened.opening().reason();
        }
        if (fact instanceof RecallFact.ScopeSet set) {
            return of(
                    visit,
                    "scope",
                    set.scope().number(),
                    number(set.scope().lots().size(), visit),
                    set.scope().reason());
        }
        if (fact instanceof RecallFact.StockBlocked blocked) {
            return of(
                    visit,
                    "blocked",
                    number(blocked.lots().size(), visit),
                    number(blocked.cancelled().size(), visit),
                    number(blocked.withheld().size(), visit),
                    number(blocked.inTransit().size(), visit));
        }
        if (fact instanceof RecallFact.StockFreed freed) {
            return of(
                    visit,
                    "freed",
                    number(freed.lots().size(), visit),
                    number(freed.sent().size(), visit));
        }
        if (fact instanceof RecallFact.NoticeQueued queued) {
            return visit.texts().lookup("recall.notice." + queued.kind().code()) + ": "
                    + queued.party().value();
        }
        if (fact instanceof RecallFact.NoticeAttempted attempt) {
            return of(
                    visit,
                    attempt.sent() ? "sent" : "not-sent",
                    attempt.party().value(),
                    method(attempt.method(), visit),
                    attempt.detail());
        }
        if (fact instanceof RecallFact.Answered answered) {
            return of(
                    visit,
                    "answered",
                    answered.answer().party().value(),
                    answered.answer().lot().item() + "/"
                            + answered.answer().lot().number(),
                    quantity(answered.answer().onHand(), visit),
                    quantity(answered.answer().destroyed(), visit),
                    quantity(answered.answer().used(), visit));
        }
        return later(fact, visit);
    }

    private static String later(RecallFact fact, Visit visit) {
        if (fact instanceof RecallFact.SampleDrawn drawn) {
            return of(
                    visit,
                    "sample",
                    visit.formats().number(drawn.percent()),
                    number(drawn.consignees(), visit),
                    drawn.seed(),
                    drawn.sample().stream().map(party -> party.value()).collect(Collectors.joining(", ")));
        }
        if (fact instanceof RecallFact.Checked checked) {
            return of(
                    visit,
                    "checked",
                    checked.check().party().value(),
                    method(checked.check().method(), visit),
                    yes(checked.check().notified(), visit),
                    yes(checked.check().acted(), visit),
                    checked.check().comment());
        }
        if (fact instanceof RecallFact.Disposed disposed) {
            return of(
                    visit,
                    "disposed",
                    quantity(disposed.disposal().quantity(), visit),
                    disposed.disposal().lot().item() + "/"
                            + disposed.disposal().lot().number(),
                    visit.texts()
                            .lookup("recall.disposal."
                                    + disposed.disposal().kind().code()));
        }
        if (fact instanceof RecallFact.Noted note) {
            return visit.texts().lookup("recall.topic." + note.topic().code())
                    + (note.reference().isEmpty() ? "" : " " + note.reference()) + ": " + note.text();
        }
        if (fact instanceof RecallFact.StatusReported report) {
            return of(
                    visit,
                    "reported",
                    number(report.notified(), visit),
                    number(report.consignees(), visit),
                    number(report.answered(), visit),
                    visit.formats().date(report.estimatedCompletion()));
        }
        if (fact instanceof RecallFact.SignedFor signature) {
            return of(visit, "signed", number(signature.points().size(), visit), signature.reason());
        }
        if (fact instanceof RecallFact.Struck struck) {
            return of(visit, "struck", number(struck.step(), visit), struck.reason());
        }
        if (fact instanceof RecallFact.Cancelled cancelled) {
            return cancelled.reason();
        }
        if (fact instanceof RecallFact.Closed closed) {
            return closed.summary();
        }
        throw new IllegalArgumentException("no words are known for " + fact);
    }

    /** @return how somebody was told or checked, in words where it is one of the usual ways */
    public static String method(String method, Visit visit) {
        return visit.texts().orElse("recall.method." + method, method);
    }

    private static String yes(boolean yes, Visit visit) {
        return visit.texts().lookup(yes ? "recall.yes" : "recall.no");
    }

    private static String of(Visit visit, String what, Object... arguments) {
        return visit.texts().of("recall.step." + what, arguments);
    }

    private static String number(int number, Visit visit) {
        return visit.formats().number(number);
    }

    private static String quantity(Quantity quantity, Visit visit) {
        return visit.formats().quantity(quantity);
    }
}

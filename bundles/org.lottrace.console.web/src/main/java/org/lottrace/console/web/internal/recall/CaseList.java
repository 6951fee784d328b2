package org.lottrace.console.web.internal.recall;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallCases;
import org.lottrace.api.recall.RecallFact.Answered;
import org.lottrace.api.recall.RecallFact.NoticeAttempted;
import org.lottrace.api.recall.RecallFact.NoticeQueued;
import org.lottrace.api.recall.RecallUnderway;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/** All cases: those at work first, with their clocks, then those that are closed. */
public final class CaseList {
    private static final int OPEN_AT_A_TIME = 10;
    private static final int CLOSED_AT_A_TIME = 20;

    private CaseList() {}

    /**
     * An open case and how it stands by its own steps: what would have to be worked out from the ledger is on its page.
     *
     * @param deadline of the next status report
     * @param written how many consignees a notice was written to
     * @param told how many of them got one
     * @param answered how many answered
     */
    public record Row(RecallCase recallCase, Optional<Deadline> deadline, int written, int told, int answered) {}

    /**
     * @param underway what is being worked out at this moment
     * @param moreOpen address of the next page of open cases
     * @param moreClosed address of the next page of closed ones
     */
    public record View(
            List<RecallUnderway> underway,
            List<Row> open,
            Optional<String> moreOpen,
            List<RecallCase> closed,
            Optional<String> moreClosed) {}

    /** @return the text that tells how far it is; {0} stands for the number of lots */
    public static String stage(RecallUnderway underway) {
        if (underway.affected() == 0) {
            return "recall.underway.tracing";
        }
        return underway.toBlock() == 0 ? "recall.underway.finding" : "recall.underway.blocking";
    }

    static Answer show(Visit visit) {
        List<RecallCase> open = cases(visit, false, OPEN_AT_A_TIME);
        List<RecallCase> closed = cases(visit, true, CLOSED_AT_A_TIME);
        List<Row> rows = first(open, OPEN_AT_A_TIME).stream().map(CaseList::row).toList();
        return Answer.html(
                "recall/list.jte",
                new View(
                        visit.as(RecallCases.class).underway(),
                        rows,
                        more(open, false, OPEN_AT_A_TIME),
                        first(closed, CLOSED_AT_A_TIME),
                        more(closed, true, CLOSED_AT_A_TIME)));
    }

    private static Row row(RecallCase recallCase) {
        return new Row(
                recallCase,
                Deadline.ofReport(recallCase),
                parties(recallCase.facts(NoticeQueued.class), NoticeQueued::party),
                parties(
                        recallCase.facts(NoticeAttempted.class).stream()
                                .filter(NoticeAttempted::sent)
                                .toList(),
                        NoticeAttempted::party),
                parties(recallCase.facts(Answered.class), answered -> answered.answer()
                        .party()));
    }

    private static <F> int parties(List<F> facts, Function<F, PartyId> party) {
        return (int) facts.stream().map(party).distinct().count();
    }

    /** One more than is shown, which tells that there are more. */
    private static List<RecallCase> cases(Visit visit, boolean closed, int most) {
        Optional<RecallCaseId> before =
                visit.parameters().given(parameter(closed)).map(RecallCaseId::new);
        return visit.as(RecallCases.class).newest(closed, before, most + 1);
    }

    private static List<RecallCase> first(List<RecallCase> found, int most) {
        return found.subList(0, Math.min(most, found.size()));
    }

    private static Optional<String> more(List<RecallCase> found, boolean closed, int most) {
        return found.size() > most
                ? Optional.of(Address.to(
                        "recall", parameter(closed), found.get(most - 1).id()))
                : Optional.empty();
    }

    private static String parameter(boolean closed) {
        return closed ? "closed" : "open";
    }
}

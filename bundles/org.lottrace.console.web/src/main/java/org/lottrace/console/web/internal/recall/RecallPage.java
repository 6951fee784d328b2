package org.lottrace.console.web.internal.recall;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Visit;

/** Recalls: the list of cases, the opening of one, each case, and the drills. */
public final class RecallPage implements Page {
    /** Forms are taken one after the other: the second of a double click finds what the first one recorded. */
    private final ReentrantLock oneAtATime = new ReentrantLock();

    @Override
    public String path() {
        return "recall";
    }

    @Override
    public String needs() {
        return "recall-case.list";
    }

    @Override
    public String icon() {
        return "recall";
    }

    @Override
    public Answer show(Visit visit) {
        List<String> rest = visit.address().rest();
        if (rest.isEmpty()) {
            return CaseList.show(visit);
        }
        return switch (rest.get(0)) {
            case "open" -> OpeningPage.show(visit);
            case "drills" -> Drills.show(visit);
            default -> CasePage.show(visit);
        };
    }

    @Override
    public Answer change(Visit visit) {
        List<String> rest = visit.address().rest();
        if (rest.isEmpty()) {
            return Answer.NOT_ALLOWED_HERE;
        }
        oneAtATime.lock();
        try {
            return switch (rest.get(0)) {
                case "open" -> OpeningPage.change(visit);
                case "drills" -> Drills.change(visit);
                default -> CaseForms.change(visit);
            };
        } finally {
            oneAtATime.unlock();
        }
    }
}

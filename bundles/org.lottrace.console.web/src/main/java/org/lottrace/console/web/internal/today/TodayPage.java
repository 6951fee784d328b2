package org.lottrace.console.web.internal.today;

import java.util.List;
import org.lottrace.api.quality.Holds;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Visit;

/** Where everybody starts: what needs a look today. */
public final class TodayPage implements Page {
    private static final int MOST = 50;

    /** @param notSellable lots that are on hold or recalled, the first of them */
    public record View(List<LotDisposition> notSellable, int more) {}

    @Override
    public String path() {
        return "";
    }

    @Override
    public String needs() {
        return "lot.list-not-sellable";
    }

    @Override
    public String icon() {
        return "today";
    }

    @Override
    public Answer show(Visit visit) {
        List<LotDisposition> all = visit.as(Holds.class).notSellable();
        List<LotDisposition> shown = all.subList(0, Math.min(MOST, all.size()));
        return Answer.html("today/today.jte", new View(shown, all.size() - shown.size()));
    }
}

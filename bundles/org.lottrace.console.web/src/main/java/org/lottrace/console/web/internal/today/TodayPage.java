package org.lottrace.console.web.internal.today;

import org.lottrace.api.overview.Overview;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Visit;

/** Where everybody starts: what needs a look today. The figures are asked for again whenever something was recorded. */
public final class TodayPage implements Page {
    @Override
    public String path() {
        return "";
    }

    @Override
    public String needs() {
        return "overview.today";
    }

    @Override
    public String icon() {
        return "today";
    }

    @Override
    public Answer show(Visit visit) {
        return Answer.html(
                "today/today.jte", TodayView.of(visit, visit.as(Overview.class).today()));
    }
}

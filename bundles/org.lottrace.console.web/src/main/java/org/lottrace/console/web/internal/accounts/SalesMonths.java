package org.lottrace.console.web.internal.accounts;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.joda.money.Money;
import org.lottrace.api.cost.CostHistory;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/** Cost of goods sold of twelve months, each of which opens to its parts. */
public final class SalesMonths {
    private static final int MONTHS = 12;

    private SalesMonths() {}

    /**
     * @param name such as Mar 2026
     * @param link address of its parts
     */
    public record Month(String name, Money net, String link) {}

    /** @param until the last month, such as 2026-03 */
    public record View(CostingProgress progress, String until, boolean isMonth, List<Month> months) {}

    static Answer show(Visit visit) {
        YearMonth current = YearMonth.from(visit.now().atZone(visit.zone()));
        String asked = visit.parameters().given("until").orElseGet(current::toString);
        try {
            List<Month> months = months(visit, month(asked));
            return Answer.html("accounts/months.jte", new View(AccountsPage.progress(visit), asked, true, months));
        } catch (DateTimeException noMonth) {
            return Answer.refused(
                    "accounts/months.jte", new View(AccountsPage.progress(visit), asked, false, List.of()));
        }
    }

    /** Java knows years of nine digits; neither a database nor anybody who sells does. */
    private static YearMonth month(String asked) {
        YearMonth month = YearMonth.parse(asked);
        if (month.getYear() < 2 || month.getYear() > 9999) {
            throw new DateTimeException("not a month of a calendar: " + asked);
        }
        return month;
    }

    private static List<Month> months(Visit visit, YearMonth last) {
        DateTimeFormatter name =
                DateTimeFormatter.ofPattern("LLL yyyy", visit.formats().locale());
        return visit.as(CostHistory.class).cogsByMonth(last.atDay(1), MONTHS).stream()
                .map(month -> new Month(
                        name.format(month.first()),
                        month.net(),
                        Address.to(
                                "accounts/sales",
                                "from",
                                month.first(),
                                "to",
                                YearMonth.from(month.first()).atEndOfMonth())))
                .toList();
    }
}

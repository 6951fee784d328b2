package org.lottrace.console.web.internal.accounts;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.WaitingCost;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/** Events that are not booked yet, each with what stands against it: a page at a time, by position in the ledger. */
public final class Waiting {
    private static final int AT_A_TIME = 50;
    private static final int AT_A_TIME_IN_A_FILE = 500;
    private static final String PATH = "accounts/waiting";

    private Waiting() {}

    /** @param next address of the next page, absent on the last one */
    public record View(CostingProgress progress, List<WaitingCost> events, Optional<String> next) {}

    static Answer show(Visit visit) {
        List<WaitingCost> found = costing(visit).waiting(after(visit), AT_A_TIME + 1);
        List<WaitingCost> shown = found.subList(0, Math.min(AT_A_TIME, found.size()));
        Optional<String> next = found.size() > AT_A_TIME
                ? Optional.of(Address.to(PATH, "after", shown.get(AT_A_TIME - 1).position()))
                : Optional.empty();
        return Answer.html("accounts/waiting.jte", new View(AccountsPage.progress(visit), shown, next));
    }

    static Answer file(Visit visit) {
        LotCosting costing = costing(visit);
        List<WaitingCost> first = costing.waiting(0, AT_A_TIME_IN_A_FILE);
        return BooksSheet.of(
                visit,
                "not-booked",
                "Not booked yet",
                List.of("Position", "Event", "Document", "Day", "Waits for position", "Since", "Reason"),
                rows -> {
                    for (List<WaitingCost> page = first; !page.isEmpty(); page = next(page, costing)) {
                        for (WaitingCost event : page) {
                            rows.row(
                                    event.position(),
                                    event.event(),
                                    event.document()
                                            .map(DocumentReference::toString)
                                            .orElse(""),
                                    event.day(),
                                    event.behind().map(String::valueOf).orElse(""),
                                    event.since(),
                                    event.reason());
                        }
                    }
                });
    }

    private static List<WaitingCost> next(List<WaitingCost> page, LotCosting costing) {
        return page.size() < AT_A_TIME_IN_A_FILE
                ? List.of()
                : costing.waiting(page.get(page.size() - 1).position(), AT_A_TIME_IN_A_FILE);
    }

    private static LotCosting costing(Visit visit) {
        return visit.as(LotCosting.class);
    }

    private static long after(Visit visit) {
        return visit.parameters()
                .given("after")
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .orElse(0L);
    }
}

package org.lottrace.console.web.internal.lot;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quality.HoldQuestion;
import org.lottrace.api.quality.Holds;
import org.lottrace.api.text.TextForms;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Parameters;
import org.lottrace.console.web.internal.page.Visit;

/** Which lots a hold by question would take now; the hold itself is recorded with the form of the work. */
public final class HoldQuestionPage implements Page {
    private static final int MOST = 200;
    private static final List<String> FIELDS =
            List.of("supplier", "item", "productionOrder", "shipNotice", "from", "to");

    /**
     * @param lots the first of those that were found
     * @param found how many there are; absent before anything was asked
     * @param problems why there is no answer
     * @param hold address of the form that holds them
     */
    public record View(List<LotKey> lots, Optional<Integer> found, List<Violation> problems, String hold) {}

    @Override
    public String path() {
        return "hold-question";
    }

    @Override
    public String needs() {
        return "lot.preview-hold";
    }

    @Override
    public Answer show(Visit visit) {
        Parameters asked = visit.parameters();
        String hold = Address.to(
                "work/hold-by-question",
                FIELDS.stream()
                        .flatMap(field -> List.<Object>of(field, asked.text(field)).stream())
                        .toArray());
        View view = FIELDS.stream().allMatch(field -> asked.text(field).isEmpty())
                ? new View(List.of(), Optional.empty(), List.of(), hold)
                : found(visit.as(Holds.class).preview(question(asked)), hold);
        return Answer.html("lot/hold-question.jte", view);
    }

    private static View found(Outcome<List<LotKey>> outcome, String hold) {
        return outcome.fold(
                lots -> new View(
                        lots.subList(0, Math.min(MOST, lots.size())), Optional.of(lots.size()), List.of(), hold),
                problems -> new View(List.of(), Optional.empty(), problems, hold));
    }

    private static HoldQuestion question(Parameters asked) {
        return new HoldQuestion(
                value(asked, "supplier", PartyId.class),
                value(asked, "item", ItemNumber.class),
                value(asked, "productionOrder", String.class),
                value(asked, "shipNotice", String.class),
                value(asked, "from", LocalDate.class),
                value(asked, "to", LocalDate.class));
    }

    private static <T> Optional<T> value(Parameters asked, String field, Class<T> type) {
        return Optional.of(asked.text(field).strip())
                .filter(text -> !text.isEmpty())
                .map(text -> type == String.class ? type.cast(text) : TextForms.read(type, text));
    }
}

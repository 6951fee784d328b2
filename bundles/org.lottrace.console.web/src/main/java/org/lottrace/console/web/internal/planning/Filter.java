package org.lottrace.console.web.internal.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.planning.MeasureQuestion;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.web.internal.page.Visit;

/** What a reader asks for; without dates the last 30 days until yesterday. */
final class Filter {
    private static final int USUAL_DAYS = 30;

    private Filter() {}

    /** @return empty for more days than may be asked for, or none */
    static Optional<MeasureQuestion> of(Visit visit) {
        LocalDate today = visit.now().atZone(visit.zone()).toLocalDate();
        LocalDate from = given(visit, "from", LocalDate.class).orElse(today.minusDays(USUAL_DAYS));
        LocalDate to = given(visit, "to", LocalDate.class).orElse(today.minusDays(1));
        return MeasureQuestion.isAskable(from, to)
                ? Optional.of(new MeasureQuestion(
                        from, to, site(visit), item(visit), given(visit, "customer", PartyId.class)))
                : Optional.empty();
    }

    static Optional<SiteId> site(Visit visit) {
        return given(visit, "site", SiteId.class);
    }

    static Optional<ItemNumber> item(Visit visit) {
        return given(visit, "item", ItemNumber.class);
    }

    static Optional<LocalDate> day(Visit visit, String name) {
        return given(visit, name, LocalDate.class);
    }

    /** @return names and values in turn, for an address */
    static List<Object> parts(MeasureQuestion question) {
        List<Object> parts = new ArrayList<>(List.of("from", question.from(), "to", question.to()));
        question.site().ifPresent(site -> parts.addAll(List.of("site", site.value())));
        question.item().ifPresent(item -> parts.addAll(List.of("item", item.value())));
        question.customer().ifPresent(customer -> parts.addAll(List.of("customer", customer.value())));
        return parts;
    }

    /** @return empty when nothing was given, or nothing that can be read */
    private static <T> Optional<T> given(Visit visit, String name, Class<T> type) {
        return visit.parameters().given(name).flatMap(text -> {
            try {
                return Optional.of(TextForms.read(type, text));
            } catch (IllegalArgumentException unreadable) {
                return Optional.empty();
            }
        });
    }
}

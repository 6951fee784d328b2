package org.lottrace.console.web.internal.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.planning.MeasureQuestion;
import org.lottrace.api.planning.RotationMeasures;
import org.lottrace.api.planning.SimulationQuestion;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.web.internal.page.Visit;

/** What a reader asks for; without dates the last 30 days until yesterday. */
final class Filter {
    private static final int USUAL_DAYS = 30;

    private static final Map<String, Field> FIELDS = fields();

    private Filter() {}

    private static Map<String, Field> fields() {
        Map<String, Field> fields = new LinkedHashMap<>();
        fields.put("from", Field.of("journal.from", LocalDate.class));
        fields.put("to", Field.of("journal.to", LocalDate.class));
        fields.put("site", Field.of("planning.site", SiteId.class));
        fields.put("item", Field.of("word.item", ItemNumber.class));
        fields.put("customer", Field.of("planning.customer", PartyId.class));
        fields.put("days", new Field("planning.filter.days", Filter::isDaysAhead));
        fields.put("lead", new Field("planning.filter.lead", text -> ForecastList.leadDays(text)
                .isPresent()));
        fields.put("service", new Field("planning.filter.service", text -> ForecastList.service(text)
                .isPresent()));
        fields.put(
                "remaining",
                new Field("planning.remaining", text -> isNumber(text, SimulationQuestion.MOST_REMAINING)));
        return fields;
    }

    private static boolean isNumber(String text, int most) {
        return text.matches("[0-9]{1,4}") && Integer.parseInt(text) <= most;
    }

    static boolean isDaysAhead(String text) {
        return isNumber(text, RotationMeasures.MOST_DAYS_AHEAD);
    }

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

    /** @return names of the fields of what was asked for that cannot be read, as texts; nothing is shown for them */
    static List<String> unreadable(Visit visit) {
        List<String> names = new ArrayList<>();
        FIELDS.forEach((name, field) -> {
            if (visit.parameters()
                    .given(name)
                    .filter(text -> !field.rule().test(text))
                    .isPresent()) {
                names.add(visit.texts().lookup(field.label()));
            }
        });
        return names;
    }

    private record Field(String label, Predicate<String> rule) {
        static Field of(String label, Class<?> type) {
            return new Field(label, text -> isReadable(type, text));
        }
    }

    private static boolean isReadable(Class<?> type, String text) {
        try {
            TextForms.read(type, text);
            return true;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    /** @return empty when nothing was given; what cannot be read was said before */
    private static <T> Optional<T> given(Visit visit, String name, Class<T> type) {
        return visit.parameters().given(name).map(text -> TextForms.read(type, text));
    }
}

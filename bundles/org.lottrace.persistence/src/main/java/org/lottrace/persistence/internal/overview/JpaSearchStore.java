package org.lottrace.persistence.internal.overview;

import static org.lottrace.persistence.internal.overview.Question.date;
import static org.lottrace.persistence.internal.overview.Question.moment;
import static org.lottrace.persistence.internal.overview.Question.number;
import static org.lottrace.persistence.internal.overview.Question.optional;
import static org.lottrace.persistence.internal.overview.Question.text;

import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lottrace.api.code.Coded;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.master.MasterAction;
import org.lottrace.api.overview.store.SearchStore;
import org.lottrace.persistence.internal.CurrentSession;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Each kind has its statement in {@link SearchQuestions}. */
@Component
public final class JpaSearchStore implements SearchStore {
    private static final String LIMIT = "rows";
    private static final String CLOSED = "CLOSED";

    private final CurrentSession current;

    @Activate
    public JpaSearchStore(@Reference CurrentSession current) {
        this.current = current;
    }

    @Override
    public List<Found> lots(String number, String item, Optional<Gtin> gtin, int limit) {
        return found(
                SearchQuestions.lots(number, item, gtin)
                        .with(LIMIT, limit)
                        .answers(
                                String.class,
                                "issuer",
                                "item",
                                "lot_number",
                                "corrected_number",
                                "supplier_lot_number",
                                "description",
                                "disposition")
                        .answers(LocalDate.class, "expiry"),
                JpaSearchStore::lot);
    }

    private static Found lot(Tuple row) {
        String number = text(row, "lot_number");
        String ofItem = text(row, "item") + "/";
        String key = text(row, "issuer") + "/" + ofItem + number;
        Optional<String> corrected = optional(row, "corrected_number");
        return new Found(
                key,
                corrected.orElse(number),
                List.of(
                        text(row, "item"),
                        text(row, "description"),
                        text(row, "issuer"),
                        date(row, "expiry").map(LocalDate::toString).orElse(""),
                        text(row, "disposition")),
                Stream.of(
                                Stream.of(number, ofItem + number, key),
                                corrected.stream().flatMap(other -> Stream.of(other, ofItem + other)),
                                optional(row, "supplier_lot_number").stream())
                        .flatMap(names -> names)
                        .toList());
    }

    @Override
    public List<Found> unit(Sscc unit) {
        return found(
                        new Question(SearchQuestions.UNIT)
                                .with("unit", unit.value())
                                .answers(String.class, "place_kind", "place_code", "item", "lot_number"),
                        row -> List.of(
                                text(row, "place_kind"),
                                text(row, "place_code"),
                                text(row, "item"),
                                text(row, "lot_number")))
                .stream()
                .findFirst()
                .map(details -> List.of(new Found(unit.value(), "(00)" + unit, details, List.of(unit.value()))))
                .orElse(List.of());
    }

    @Override
    public List<Found> items(String number, List<String> words, Optional<Gtin> gtin, int limit) {
        return found(
                SearchQuestions.items(number, words, gtin)
                        .with(LIMIT, limit)
                        .answers(String.class, "item_number", "description", "item_type", "gtin", "action"),
                row -> new Found(
                        text(row, "item_number"),
                        text(row, "item_number"),
                        List.of(text(row, "description"), text(row, "item_type"), text(row, "gtin"), closed(row)),
                        names(row, "item_number", "description", "gtin")));
    }

    @Override
    public List<Found> parties(String number, List<String> words, int limit) {
        return found(
                SearchQuestions.parties(number, words)
                        .with(LIMIT, limit)
                        .answers(String.class, "party_code", "party_name", "city", "country", "gln", "action"),
                row -> new Found(
                        text(row, "party_code"),
                        text(row, "party_code"),
                        List.of(
                                text(row, "party_name"),
                                text(row, "city"),
                                text(row, "country"),
                                text(row, "gln"),
                                closed(row)),
                        names(row, "party_code", "party_name", "gln")));
    }

    @Override
    public List<Found> purchaseOrders(List<String> spellings, int limit) {
        return found(
                SearchQuestions.purchaseOrders(spellings)
                        .with(LIMIT, limit)
                        .answers(String.class, "name", "supplier", "party_name", "site"),
                row -> new Found(
                        text(row, "name"),
                        text(row, "name"),
                        List.of(text(row, "supplier"), text(row, "party_name"), text(row, "site")),
                        List.of(text(row, "name"))));
    }

    @Override
    public List<Found> salesOrders(List<String> spellings, int limit) {
        return found(
                SearchQuestions.salesOrders(spellings)
                        .with(LIMIT, limit)
                        .answers(String.class, "name", "customer", "party_name", "customer_order", "ship_from")
                        .answers(LocalDate.class, "delivery_date"),
                row -> new Found(
                        text(row, "name"),
                        text(row, "name"),
                        List.of(
                                text(row, "customer"),
                                text(row, "party_name"),
                                text(row, "customer_order"),
                                text(row, "ship_from"),
                                date(row, "delivery_date").orElseThrow().toString()),
                        names(row, "name", "customer_order")));
    }

    @Override
    public List<Found> shipNotices(List<String> spellings, int limit) {
        return found(
                SearchQuestions.shipNotices(spellings)
                        .with(LIMIT, limit)
                        .answers(String.class, "name", "sender", "party_name", "site")
                        .answers(LocalDate.class, "ship_date"),
                row -> new Found(
                        text(row, "sender") + "/" + text(row, "name"),
                        text(row, "name"),
                        List.of(
                                text(row, "sender"),
                                text(row, "party_name"),
                                text(row, "site"),
                                date(row, "ship_date").orElseThrow().toString()),
                        List.of(text(row, "name"), text(row, "sender") + "/" + text(row, "name"))));
    }

    @Override
    public List<FoundDocument> documents(List<String> spellings, int rows) {
        return found(
                SearchQuestions.documents(spellings)
                        .with(LIMIT, rows)
                        .answers(String.class, "document_type", "document_number"),
                row -> new FoundDocument(
                        Coded.of(DocumentType.class, text(row, "document_type")), text(row, "document_number")));
    }

    @Override
    public List<Found> events(List<String> spellings, int limit) {
        return found(
                SearchQuestions.events(spellings)
                        .with(LIMIT, limit)
                        .answers(String.class, "name", "event_type", "site", "actor")
                        .answers(Instant.class, "effective_at"),
                row -> new Found(
                        text(row, "name"),
                        text(row, "name"),
                        List.of(
                                text(row, "event_type"),
                                text(row, "site"),
                                moment(row, "effective_at").orElseThrow().toString(),
                                text(row, "actor")),
                        List.of(text(row, "name"))));
    }

    @Override
    public List<Found> interchanges(List<String> controlNumbers, int limit) {
        return found(
                new Question(SearchQuestions.INTERCHANGES)
                        .texts("numbers", controlNumbers)
                        .with(LIMIT, limit)
                        .answers(Long.class, "id")
                        .answers(
                                String.class,
                                "control_number",
                                "direction",
                                "sender",
                                "receiver",
                                "status",
                                "file_name")
                        .answers(Instant.class, "recorded_at"),
                row -> new Found(
                        Long.toString(number(row, "id")),
                        text(row, "control_number"),
                        List.of(
                                text(row, "direction"),
                                text(row, "sender"),
                                text(row, "receiver"),
                                text(row, "status"),
                                moment(row, "recorded_at").orElseThrow().toString()),
                        List.of(text(row, "control_number"))));
    }

    @Override
    public List<Found> recallCases(String number) {
        return found(
                new Question(
                                "select c.case_id, s.taken_at, s.actor from recall_case c"
                                        + " join recall_step s on s.case_id = c.case_id and s.step = 1 where c.case_id = :number")
                        .with("number", number.toUpperCase(Locale.ROOT))
                        .answers(String.class, "case_id", "actor")
                        .answers(Instant.class, "taken_at"),
                row -> new Found(
                        text(row, "case_id"),
                        text(row, "case_id"),
                        List.of(moment(row, "taken_at").orElseThrow().toString(), text(row, "actor")),
                        List.of(text(row, "case_id"))));
    }

    /** What is closed is found, and marked. */
    private static String closed(Tuple row) {
        return text(row, "action").equals(MasterAction.CLOSE.code()) ? CLOSED : "";
    }

    private static List<String> names(Tuple row, String... columns) {
        return Stream.of(columns)
                .map(column -> text(row, column))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private <T> List<T> found(Question question, Function<Tuple, T> read) {
        return current.call(question::ask).stream().map(read).toList();
    }
}

package org.lottrace.console.web.internal.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventFilter;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.NewestEvents;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Parameters;
import org.lottrace.console.web.internal.page.Visit;
import org.lottrace.console.web.internal.trace.TypedLots;

/** What was recorded, the newest first, by type, site and lot; or the events that name a document. */
public final class EventsPage implements Page {
    private static final int AT_A_TIME = 50;
    private static final int MOST_OF_DOCUMENT = 200;
    private static final int MOST_LOTS = 3;
    private static final String BEFORE = "before";

    /**
     * @param entered what the filter was filled in with
     * @param rows of this page
     * @param next address of the next page, absent at the beginning of the ledger
     * @param isFiltered not every event is wanted, so that a page without one may have a next one
     * @param unknown a text that names no lot; empty: none
     * @param meant lots that the text can mean, each with the address that asks for it instead
     * @param document whose events they are
     * @param more how many other events name the document
     */
    public record View(
            Parameters entered,
            List<Row> rows,
            Optional<String> next,
            boolean isFiltered,
            String unknown,
            List<Meant> meant,
            Optional<DocumentReference> document,
            int more) {}

    /** One event with the first of its lots. */
    public record Row(RecordedEvent recorded, List<LotKey> lots, int moreLots) {}

    /** A lot and the address of this page about it. */
    public record Meant(LotKey lot, String address) {}

    @Override
    public String path() {
        return "ledger";
    }

    @Override
    public String needs() {
        return "event.list-newest";
    }

    @Override
    public Answer show(Visit visit) {
        Optional<DocumentReference> document =
                visit.parameters().given("document").map(text -> TextForms.read(DocumentReference.class, text));
        return Answer.html(
                "event/events.jte",
                document.map(known -> ofDocument(visit, known)).orElseGet(() -> newest(visit)));
    }

    private static View ofDocument(Visit visit, DocumentReference document) {
        List<RecordedEvent> all = visit.as(Ledger.class).byDocument(document);
        List<Row> rows =
                all.stream().limit(MOST_OF_DOCUMENT).map(EventsPage::row).toList();
        return new View(
                visit.parameters(),
                rows,
                Optional.empty(),
                false,
                "",
                List.of(),
                Optional.of(document),
                all.size() - rows.size());
    }

    private static View newest(Visit visit) {
        Parameters entered = visit.parameters();
        Optional<EventType> type = Arrays.stream(EventType.values())
                .filter(known -> known.code().equals(entered.text("type")))
                .findFirst();
        Optional<SiteId> site = entered.given("site").map(SiteId::new);
        TypedLots typed = TypedLots.of(entered.text("lot"), visit);
        boolean isOneLot = typed.keys().size() == 1;
        if (!entered.text("lot").isEmpty() && !isOneLot) {
            return unclear(visit, typed);
        }
        EventFilter filter = new EventFilter(type, site, typed.keys().stream().findFirst());
        NewestEvents found = visit.as(Ledger.class)
                .newest(
                        filter,
                        entered.given(BEFORE)
                                .filter(number -> number.matches("[0-9]{1,18}"))
                                .map(Long::parseLong),
                        AT_A_TIME);
        return new View(
                entered,
                found.events().stream().map(EventsPage::row).toList(),
                found.before().map(before -> address(entered, BEFORE, before)),
                !filter.equals(EventFilter.NONE),
                "",
                List.of(),
                Optional.empty(),
                0);
    }

    /** One lot is meant, and the text means none or several. */
    private static View unclear(Visit visit, TypedLots typed) {
        List<Meant> meant = typed.several().stream()
                .flatMap(several -> several.lots().stream())
                .map(lot -> new Meant(lot.key(), address(visit.parameters(), "lot", lot.key())))
                .toList();
        List<Meant> typedAll = typed.keys().stream()
                .map(lot -> new Meant(lot, address(visit.parameters(), "lot", lot)))
                .toList();
        List<Meant> all = new ArrayList<>(typedAll);
        all.addAll(meant);
        return new View(
                visit.parameters(),
                List.of(),
                Optional.empty(),
                true,
                all.isEmpty() ? visit.parameters().text("lot") : "",
                all,
                Optional.empty(),
                0);
    }

    private static String address(Parameters entered, String name, Object value) {
        List<Object> parameters = new ArrayList<>(entered.except(BEFORE, name));
        parameters.addAll(List.of(name, value));
        return Address.to("ledger", parameters.toArray());
    }

    private static Row row(RecordedEvent recorded) {
        List<LotKey> lots = EventLots.of(recorded.event());
        return new Row(
                recorded, lots.subList(0, Math.min(MOST_LOTS, lots.size())), Math.max(0, lots.size() - MOST_LOTS));
    }
}

package org.lottrace.overview.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.identification.Identification;
import org.lottrace.api.identification.Scan;
import org.lottrace.api.overview.Search;
import org.lottrace.api.overview.SearchAnswer;
import org.lottrace.api.overview.SearchHit;
import org.lottrace.api.overview.SearchKind;
import org.lottrace.api.overview.store.SearchStore;
import org.lottrace.api.overview.store.SearchStore.Found;
import org.lottrace.api.overview.store.SearchStore.FoundDocument;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks for each kind once, with what the text may be of it. */
@Component(service = Search.class)
public final class SearchService implements Search {
    private static final String BETWEEN = " · ";

    /** AI (400): the customer's order number. */
    private static final String CUSTOMER_ORDER = "400";

    /** One more than is given says that there are more. */
    private static final int ASKED = HITS_OF_A_KIND + 1;

    /** An order may be named by hundreds of events. */
    private static final int ROWS_OF_DOCUMENTS = 500;

    /** A number such as 1 may be that of a piece in every second event. */
    private static final int STEPS = 500;

    private static final Set<DocumentType> OF_THEIR_OWN_KIND =
            Set.of(DocumentType.PURCHASE_ORDER, DocumentType.SALES_ORDER, DocumentType.SHIP_NOTICE);

    private final UnitOfWork unitOfWork;
    private final SearchStore store;
    private final LedgerStore events;
    private final Identification identification;

    @Activate
    public SearchService(
            @Reference UnitOfWork unitOfWork,
            @Reference SearchStore store,
            @Reference Identification identification,
            @Reference LedgerStore events) {
        this.events = events;
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.identification = identification;
    }

    @Override
    public SearchAnswer find(String text) {
        if (text.isBlank() || text.trim().length() > LONGEST_TEXT) {
            return new SearchAnswer(text.trim(), List.of());
        }
        SearchTerm term = SearchTerm.of(text, identification::read);
        Map<SearchKind, List<SearchHit>> hits = unitOfWork.required(
                () -> term.label().map(label -> ofLabel(term, label)).orElseGet(() -> ofText(term)));
        return new SearchAnswer(
                term.text(),
                hits.entrySet().stream()
                        .filter(kind -> !kind.getValue().isEmpty())
                        .map(kind -> hits(kind.getKey(), kind.getValue()))
                        .toList());
    }

    private static SearchAnswer.Hits hits(SearchKind kind, List<SearchHit> all) {
        List<SearchHit> first = all.stream()
                .sorted(Comparator.comparing(SearchHit::exact).reversed())
                .limit(HITS_OF_A_KIND)
                .toList();
        return new SearchAnswer.Hits(kind, first, all.size() > first.size());
    }

    /** A label with a lot means the lot, not its item as well. */
    private Map<SearchKind, List<SearchHit>> ofLabel(SearchTerm term, Scan label) {
        Map<SearchKind, List<SearchHit>> hits = new TreeMap<>();
        term.unit().ifPresent(unit -> put(hits, SearchKind.LOGISTIC_UNIT, store.unit(unit), found -> true));
        label.identified()
                .lot()
                .map(LotNumber::value)
                .ifPresentOrElse(
                        number -> put(
                                hits,
                                SearchKind.LOT,
                                store.lots(number, "", term.gtin(), ASKED),
                                found -> found.names().stream().anyMatch(number::equalsIgnoreCase)),
                        () -> term.gtin()
                                .ifPresent(gtin -> put(
                                        hits,
                                        SearchKind.ITEM,
                                        store.items(gtin.value(), List.of(), term.gtin(), ASKED),
                                        found -> found.names().contains(gtin.value()))));
        label.identified().serial().ifPresent(serial -> pieces(hits, serial, item(term)));
        label.value(CUSTOMER_ORDER)
                .ifPresent(number -> put(
                        hits,
                        SearchKind.SALES_ORDER,
                        store.salesOrders(SearchTerm.spellings(number), ASKED),
                        found -> found.names().stream().anyMatch(number::equalsIgnoreCase)));
        return hits;
    }

    private Map<SearchKind, List<SearchHit>> ofText(SearchTerm term) {
        Map<SearchKind, List<SearchHit>> hits = new TreeMap<>();
        List<String> spellings = term.spellings();
        Predicate<Found> isNamed = found -> found.names().stream().anyMatch(term::is);
        put(hits, SearchKind.LOT, store.lots(term.lot().number(), term.lot().item(), Optional.empty(), ASKED), isNamed);
        pieces(hits, term.text(), Optional.empty());
        term.unit().ifPresent(unit -> put(hits, SearchKind.LOGISTIC_UNIT, store.unit(unit), found -> true));
        put(
                hits,
                SearchKind.ITEM,
                store.items(term.text(), term.words(), term.gtin(), ASKED),
                found -> isNamed.test(found)
                        || term.gtin()
                                .filter(gtin -> found.names().contains(gtin.value()))
                                .isPresent());
        put(hits, SearchKind.PARTY, store.parties(term.text(), term.words(), ASKED), isNamed);
        put(hits, SearchKind.PURCHASE_ORDER, store.purchaseOrders(spellings, ASKED), isNamed);
        put(hits, SearchKind.SALES_ORDER, store.salesOrders(spellings, ASKED), isNamed);
        put(hits, SearchKind.SHIP_NOTICE, store.shipNotices(term.noticeNumbers(), ASKED), isNamed);
        documents(hits, term);
        put(hits, SearchKind.EVENT, store.events(spellings, ASKED), isNamed);
        put(hits, SearchKind.INTERCHANGE, store.interchanges(term.controlNumbers(), ASKED), found -> true);
        term.recallCase()
                .ifPresent(number -> put(hits, SearchKind.RECALL_CASE, store.recallCases(number), found -> true));
        return hits;
    }

    private Optional<ItemNumber> item(SearchTerm term) {
        return term.gtin()
                .flatMap(gtin -> store.items(gtin.value(), List.of(), term.gtin(), ASKED).stream()
                        .filter(found -> found.names().contains(gtin.value()))
                        .findFirst())
                .map(found -> new ItemNumber(found.key()));
    }

    /** The lots as a piece of which a serial number was told; each says the number as it stands in brackets on a label. */
    private void pieces(Map<SearchKind, List<SearchHit>> hits, String serial, Optional<ItemNumber> item) {
        List<SearchHit> lots = new ArrayList<>(hits.getOrDefault(SearchKind.LOT, List.of()));
        events.newestOfPiece(item, serial, STEPS).stream()
                .flatMap(recorded -> recorded.event().lines().stream())
                .filter(line -> line.keyData().contains(KeyDataElement.SERIAL.is(new KeyDataValue.Text(serial))))
                .map(EventLine::lot)
                .filter(lot -> item.map(lot.item()::equals).orElse(true))
                .distinct()
                .filter(lot -> lots.stream().noneMatch(hit -> hit.key().equals(lot.toString())))
                .limit(ASKED)
                .forEach(lot -> lots.add(new SearchHit(
                        SearchKind.LOT,
                        lot.toString(),
                        lot.number().value(),
                        lot.item() + BETWEEN + "(21) " + serial,
                        true)));
        hits.put(SearchKind.LOT, lots);
    }

    private static void put(
            Map<SearchKind, List<SearchHit>> hits, SearchKind kind, List<Found> found, Predicate<Found> isExact) {
        hits.put(
                kind,
                found.stream()
                        .map(one -> new SearchHit(
                                kind, one.key(), one.title(), String.join(BETWEEN, one.details()), isExact.test(one)))
                        .toList());
    }

    private void documents(Map<SearchKind, List<SearchHit>> hits, SearchTerm term) {
        store.documents(term.spellings(), ROWS_OF_DOCUMENTS).stream()
                .filter(document -> !OF_THEIR_OWN_KIND.contains(document.type()))
                .map(document -> document(document, term.is(document.number())))
                .forEach(hit -> hits.computeIfAbsent(hit.kind(), kind -> new ArrayList<>())
                        .add(hit));
    }

    private static SearchHit document(FoundDocument document, boolean isExact) {
        String number = document.number();
        return document.type() == DocumentType.SHIPMENT
                ? new SearchHit(SearchKind.SHIPMENT, number, number, "", isExact)
                : new SearchHit(
                        SearchKind.DOCUMENT,
                        document.type().code() + "/" + number,
                        number,
                        document.type().code(),
                        isExact);
    }
}

package org.lottrace.cost.internal;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.lottrace.api.code.Coded;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostElement;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.cost.store.CostStore;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.lot.LotKey;

/** Answers by cost element from the journal alone: of one lot from the entries of all lots its value came from, of days from all entries. */
final class ElementsOfLots {
    private static final int AT_A_TIME = 500;
    private static final Set<DocumentType> SAY_AN_ELEMENT =
            Set.of(DocumentType.LANDED_COST, DocumentType.ABSORBED_COST);

    private final Books books;

    ElementsOfLots(Books books) {
        this.books = books;
    }

    /** @return the elements of all that ever happened to the lot and the lots its value came from */
    ElementReplay of(LotKey lot) {
        ElementReplay replay = new ElementReplay();
        Collection<JournalEntry> entries = upstream(lot);
        Map<EventId, ElementReplay.Said> said = said(entries);
        entries.forEach(entry -> replay.take(entry, said.getOrDefault(entry.event(), ElementReplay.Said.MATERIAL)));
        return replay;
    }

    /** @return the cost of goods sold of these days by element */
    static Elements sold(CostStore costs, Books books, LocalDate from, LocalDate to) {
        ElementsOfLots elements = new ElementsOfLots(books);
        ElementReplay replay = new ElementReplay();
        Elements sold = Elements.NOTHING;
        long last = 0;
        List<JournalEntry> page = costs.after(last, AT_A_TIME);
        while (!page.isEmpty()) {
            Map<EventId, ElementReplay.Said> said = elements.said(page);
            for (JournalEntry entry : page) {
                Elements change = replay.take(entry, said.getOrDefault(entry.event(), ElementReplay.Said.MATERIAL));
                boolean counts = !entry.accountingDate().isBefore(from)
                        && !entry.accountingDate().isAfter(to);
                sold = counts ? sold.plus(change) : sold;
                last = entry.number();
            }
            page = costs.after(last, AT_A_TIME);
        }
        return sold;
    }

    /** @return what their documents say that they do not, by event */
    Map<EventId, ElementReplay.Said> said(Collection<JournalEntry> entries) {
        Map<EventId, ElementReplay.Said> said = new HashMap<>();
        List<EventId> documents = entries.stream()
                .filter(ElementsOfLots::saysAnElement)
                .map(JournalEntry::event)
                .toList();
        books.events(documents)
                .forEach(event -> said.put(
                        event.id(),
                        new ElementReplay.Said(
                                Coded.of(CostElement.class, CostText.said(event, KeyDataElement.COST_ELEMENT)),
                                event.document(DocumentType.PRODUCTION_ORDER))));
        return said;
    }

    private Collection<JournalEntry> upstream(LotKey lot) {
        Map<Long, JournalEntry> entries = new TreeMap<>();
        Set<LotKey> seen = new HashSet<>(Set.of(lot));
        Deque<LotKey> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            LotKey next = open.remove();
            for (JournalEntry entry : books.ofLot(next)) {
                entries.put(entry.number(), entry);
                if (takesFromOthers(next, entry)) {
                    if (entry.document().type() == DocumentType.PRODUCTION_ORDER) {
                        books.ofDocument(entry.document()).forEach(other -> entries.put(other.number(), other));
                    }
                    entry.lines().stream()
                            .filter(line -> line.amount().isNegative())
                            .flatMap(line -> line.lot().stream())
                            .filter(seen::add)
                            .forEach(open::add);
                }
            }
        }
        return entries.values();
    }

    /** Made of others, back in process because that was undone, or dearer because others became cheaper. */
    private static boolean takesFromOthers(LotKey lot, JournalEntry entry) {
        boolean isMade = entry.type() == EventType.PRODUCE
                || entry.type() == EventType.REVERSE
                || EventType.TRANSFORMATIONS.contains(entry.type());
        return entry.lines().stream()
                .filter(line -> line.lot().filter(lot::equals).isPresent()
                        && line.amount().isPositive())
                .anyMatch(line -> line.account() == Account.INVENTORY && (isMade || hasNoGoods(line))
                        || line.account() == Account.WORK_IN_PROCESS && entry.type() == EventType.REVERSE);
    }

    private static boolean hasNoGoods(JournalLine line) {
        return line.quantity().orElseThrow().isZero();
    }

    private static boolean saysAnElement(JournalEntry entry) {
        return entry.type() == EventType.COST
                && SAY_AN_ELEMENT.contains(entry.document().type());
    }
}

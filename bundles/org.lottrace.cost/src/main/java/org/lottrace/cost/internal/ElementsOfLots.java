package org.lottrace.cost.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lottrace.api.code.Coded;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostElement;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.TooMuchException;

/**
 * Answers by cost element from the journal alone: from the entries of the lots that are asked about and of all lots their value came from,
 * and no others. First it is found out which entries these are, of which only the numbers are kept; then they are gone through in their order.
 */
final class ElementsOfLots {
    /** Most entries for one answer: what is sold in some months of a year with a million movements. */
    static final int MOST_ENTRIES = 100_000;

    private static final int ENTRIES_AT_A_TIME = 500;
    private static final Set<DocumentType> SAY_AN_ELEMENT =
            Set.of(DocumentType.LANDED_COST, DocumentType.ABSORBED_COST);

    private final Books books;
    private final long known;
    private final int most;

    /** @param known number of the last entry that counts */
    ElementsOfLots(Books books, long known) {
        this(books, known, MOST_ENTRIES);
    }

    /** For tests. */
    ElementsOfLots(Books books, long known, int most) {
        this.books = books;
        this.known = known;
        this.most = most;
    }

    /**
     * @return the elements of all that ever happened to the lot and the lots its value came from
     * @throws TooMuchException if that are too many entries
     */
    ElementReplay of(LotKey lot) {
        ElementReplay replay = new ElementReplay();
        replay(replay, Set.of(lot), (entry, sold) -> {});
        return replay;
    }

    /**
     * @param lots all that were sold in these days
     * @return the cost of goods sold of these days by element
     * @throws TooMuchException if that are too many entries
     */
    Elements sold(Set<LotKey> lots, LocalDate from, LocalDate to) {
        List<Elements> sum = new ArrayList<>(List.of(Elements.NOTHING));
        replay(new ElementReplay(), lots, (entry, sold) -> {
            if (!entry.accountingDate().isBefore(from)
                    && !entry.accountingDate().isAfter(to)) {
                sum.set(0, sum.get(0).plus(sold));
            }
        });
        return sum.get(0);
    }

    private void replay(ElementReplay replay, Set<LotKey> lots, BiConsumer<JournalEntry, Elements> sold) {
        pages(List.copyOf(upstream(lots))).map(books::numbered).forEach(page -> {
            Map<EventId, ElementReplay.Said> said = said(page);
            page.forEach(entry -> sold.accept(
                    entry, replay.take(entry, said.getOrDefault(entry.event(), ElementReplay.Said.MATERIAL))));
        });
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

    /** Level by level, so that an entry is not read once for each of its lots. */
    private SortedSet<Long> upstream(Set<LotKey> lots) {
        SortedSet<Long> numbers = new TreeSet<>();
        Set<DocumentReference> orders = new HashSet<>();
        Set<LotKey> seen = new HashSet<>(lots);
        Set<LotKey> level = lots;
        while (!level.isEmpty()) {
            Set<LotKey> these = level;
            Set<LotKey> next = new LinkedHashSet<>();
            List<Long> ofThese = books.numbersOf(these);
            add(ofThese, numbers);
            pages(ofThese).flatMap(page -> books.numbered(page).stream()).forEach(entry -> {
                if (takesFromOthers(these, entry)) {
                    if (entry.document().type() == DocumentType.PRODUCTION_ORDER && orders.add(entry.document())) {
                        add(
                                books.ofDocument(entry.document()).stream()
                                        .map(JournalEntry::number)
                                        .toList(),
                                numbers);
                    }
                    entry.lines().stream()
                            .filter(line -> line.amount().isNegative())
                            .flatMap(line -> line.lot().stream())
                            .filter(seen::add)
                            .forEach(next::add);
                }
            });
            level = next;
        }
        return numbers;
    }

    private void add(List<Long> found, SortedSet<Long> numbers) {
        found.stream().filter(number -> number <= known).forEach(numbers::add);
        if (numbers.size() > most) {
            throw new TooMuchException(most, "entries of the journal from which the elements of these goods come");
        }
    }

    private static Stream<List<Long>> pages(List<Long> numbers) {
        return IntStream.iterate(0, begin -> begin < numbers.size(), begin -> begin + ENTRIES_AT_A_TIME)
                .mapToObj(begin -> numbers.subList(begin, Math.min(numbers.size(), begin + ENTRIES_AT_A_TIME)));
    }

    private static boolean takesFromOthers(Set<LotKey> lots, JournalEntry entry) {
        return entry.lines().stream()
                .flatMap(line -> line.lot().stream())
                .distinct()
                .anyMatch(lot -> lots.contains(lot) && takesFromOthers(lot, entry));
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

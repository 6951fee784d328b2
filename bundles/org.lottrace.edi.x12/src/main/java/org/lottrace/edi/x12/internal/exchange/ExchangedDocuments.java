package org.lottrace.edi.x12.internal.exchange;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.lottrace.api.edi.Direction;
import org.lottrace.api.edi.InterchangeFilter;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.store.InterchangeStore;
import org.lottrace.api.partner.Party;

/** What was exchanged with some partners, the newest first, whatever it was: read page by page, as far back as somebody asks for the next one. */
final class ExchangedDocuments implements Iterator<ExchangedDocuments.Exchanged> {
    private static final int PAGE = 20;

    private final InterchangeStore store;
    private final PriorityQueue<Way> ways =
            new PriorityQueue<>(Comparator.comparingLong(Way::newest).reversed());

    /** An interchange, and the partner who sent or got it. */
    record Exchanged(InterchangeRecord interchange, Party partner) {}

    /** @param partners those without an interchange address have exchanged nothing */
    ExchangedDocuments(InterchangeStore store, List<Party> partners) {
        this.store = store;
        partners.stream()
                .filter(party -> party.profile().ediAddress().isPresent())
                .flatMap(party -> Stream.of(Direction.values()).map(way -> new Way(party, way)))
                .filter(Way::hasMore)
                .forEach(ways::add);
    }

    @Override
    public boolean hasNext() {
        return !ways.isEmpty();
    }

    @Override
    public Exchanged next() {
        Way way = ways.poll();
        if (way == null) {
            throw new NoSuchElementException();
        }
        Exchanged next = new Exchanged(way.page.removeFirst(), way.partner);
        if (way.hasMore()) {
            ways.add(way);
        }
        return next;
    }

    /** From one partner, or to it. */
    private final class Way {
        private final Party partner;
        private final InterchangeFilter filter;
        private final Deque<InterchangeRecord> page = new ArrayDeque<>();
        private long before = Long.MAX_VALUE;

        Way(Party partner, Direction direction) {
            this.partner = partner;
            this.filter = new InterchangeFilter(
                    Optional.of(direction), Optional.empty(), partner.profile().ediAddress());
        }

        long newest() {
            return page.getFirst().id();
        }

        boolean hasMore() {
            if (page.isEmpty()) {
                page.addAll(store.before(before, filter, PAGE));
                before = page.isEmpty() ? before : page.getLast().id();
            }
            return !page.isEmpty();
        }
    }
}

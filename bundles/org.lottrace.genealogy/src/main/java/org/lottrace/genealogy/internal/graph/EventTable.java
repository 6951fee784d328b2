package org.lottrace.genealogy.internal.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.code.Coded;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.id.SiteId;

/**
 * The events that made an edge or crossed the border of the own stock, or reversed one that did, in ledger order, numbered
 * 0, 1, 2 … Laid over
 * others, it adds to them without changing them.
 */
final class EventTable {
    private static final EventType[] TYPES = EventType.values();
    private static final DocumentType[] DOCUMENT_TYPES = DocumentType.values();

    private final EventTable under;
    private final int first;
    private final Terms<SiteId> sites;
    private final IntColumn position = new IntColumn();
    private final IntColumn site = new IntColumn();

    private long[] effective = new long[16];
    /** Where the bytes of the event end: its type, its id and its documents. */
    private final IntColumn end = new IntColumn();

    private byte[] texts = new byte[64];
    private int filled;
    /** By number of an event the number of the one that reversed it. There are few. */
    private final Map<Integer, Integer> reversals = new TreeMap<>();
    /** The keys of the map: every row of every answer asks whether its event is one of them. */
    private final BitSet reversed = new BitSet();
    /** By number of a later output of a production the number of that production. There are few. */
    private final Map<Integer, Integer> rounds = new TreeMap<>();
    /** By number of a production those of its later outputs. */
    private final Map<Integer, List<Integer>> laterOutputs = new HashMap<>();

    EventTable() {
        this(null, new Terms<>());
    }

    private EventTable(EventTable under, Terms<SiteId> sites) {
        this.under = under;
        this.sites = sites;
        first = under == null ? 0 : under.size();
    }

    EventTable over() {
        return new EventTable(this, sites.over());
    }

    int add(RecordedEvent recorded) {
        int own = position.size();
        if (own == effective.length) {
            effective = Arrays.copyOf(effective, own * 2);
        }
        effective[own] = micros(recorded.event().context().effective());
        position.add(Math.toIntExact(recorded.position()));
        site.add(sites.add(recorded.event().context().site()));
        room(1)[filled++] = (byte) recorded.event().type().ordinal();
        append(recorded.event().id().value());
        for (DocumentReference document : recorded.event().documents()) {
            room(1)[filled++] = (byte) document.type().ordinal();
            append(document.number());
        }
        end.add(filled);
        return first + own;
    }

    /** Notes that one event reverses another. */
    void reverse(int event, int by) {
        reversals.put(event, by);
        reversed.set(event);
    }

    /** @return number of the event that reversed it; the greatest number when none did */
    int reversedBy(int event) {
        if (reversed.get(event)) {
            return reversals.get(event);
        }
        return under != null && event < first ? under.reversedBy(event) : Integer.MAX_VALUE;
    }

    /** Notes that one event is a later output of another one, whose inputs it shares anew. */
    void join(int later, int production) {
        rounds.put(later, production);
        laterOutputs.computeIfAbsent(production, none -> new ArrayList<>()).add(later);
    }

    /** @return number of the production of which the event is a later output; its own when it is none */
    int round(int event) {
        Integer production = rounds.get(event);
        return production != null ? production : under != null && event < first ? under.round(event) : event;
    }

    /** @return the later outputs of a production, in the order in which they were told */
    List<Integer> laterOutputs(int production) {
        List<Integer> own = laterOutputs.getOrDefault(production, List.of());
        List<Integer> before = under != null && production < first ? under.laterOutputs(production) : List.of();
        return before.isEmpty()
                ? own
                : Stream.concat(before.stream(), own.stream()).toList();
    }

    /** @return true when some production has a later output */
    boolean hasLaterOutputs() {
        return !rounds.isEmpty() || under != null && under.hasLaterOutputs();
    }

    /** @return true when some event was reversed */
    boolean hasReversals() {
        return !reversals.isEmpty() || under != null && under.hasReversals();
    }

    long position(int event) {
        return event < first ? under.position(event) : position.get(event - first);
    }

    /** @return microseconds since 1970-01-01T00:00Z at which it happened */
    long effectiveMicros(int event) {
        return event < first ? under.effectiveMicros(event) : effective[event - first];
    }

    Instant effective(int event) {
        return Instant.EPOCH.plus(effectiveMicros(event), ChronoUnit.MICROS);
    }

    EventType type(int event) {
        return event < first ? under.type(event) : TYPES[texts[begin(event - first)]];
    }

    SiteId site(int event) {
        return event < first ? under.site(event) : sites.get(site.get(event - first));
    }

    EventId id(int event) {
        return event < first ? under.id(event) : new EventId(read(begin(event - first) + 1));
    }

    List<DocumentReference> documents(int event) {
        if (event < first) {
            return under.documents(event);
        }
        List<DocumentReference> documents = new ArrayList<>();
        int next = after(begin(event - first) + 1);
        while (next < end.get(event - first)) {
            documents.add(new DocumentReference(DOCUMENT_TYPES[texts[next]], read(next + 1)));
            next = after(next + 1);
        }
        return documents;
    }

    /** @return how many of the events have that ledger position or a smaller one */
    int upTo(long limit) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = low + high >>> 1;
            if (position(middle) <= limit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    int size() {
        return first + position.size();
    }

    long bytes() {
        return position.bytes() + site.bytes() + 8L * effective.length + end.bytes() + texts.length;
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    void save(SnapshotWriter out) throws IOException {
        out.text(codes());
        sites.save(out, SiteId::value);
        position.save(out);
        site.save(out);
        out.longs(effective, position.size());
        end.save(out);
        out.bytes(texts, filled);
        IntColumn pairs = new IntColumn();
        reversals.forEach((event, by) -> {
            pairs.add(event);
            pairs.add(by);
        });
        pairs.save(out);
        IntColumn joined = new IntColumn();
        rounds.forEach((later, production) -> {
            joined.add(later);
            joined.add(production);
        });
        joined.save(out);
    }

    void load(SnapshotReader in) throws IOException {
        String written = in.text();
        if (!written.equals(codes())) {
            throw new IOException("it was written by a version with other types of events and documents: " + written);
        }
        sites.load(in, SiteId::new);
        position.load(in);
        site.load(in);
        effective = in.longs();
        effective = effective.length == 0 ? new long[16] : effective;
        end.load(in);
        texts = in.bytes();
        filled = texts.length;
        int[] pairs = in.ints();
        for (int i = 0; i < pairs.length; i += 2) {
            reverse(pairs[i], pairs[i + 1]);
        }
        int[] joined = in.ints();
        for (int i = 0; i < joined.length; i += 2) {
            join(joined[i], joined[i + 1]);
        }
    }

    /** A type is kept as its number: these numbers are those of this list. */
    private static String codes() {
        return Stream.concat(Stream.of(TYPES), Stream.of(DOCUMENT_TYPES))
                .map(Coded::code)
                .collect(Collectors.joining(" "));
    }

    private int begin(int own) {
        return own == 0 ? 0 : end.get(own - 1);
    }

    /** @return the text that begins there with its length */
    private String read(int begin) {
        return new String(texts, begin + 1, Byte.toUnsignedInt(texts[begin]), UTF_8);
    }

    /** @return where the text ends that begins there with its length */
    private int after(int begin) {
        return begin + 1 + Byte.toUnsignedInt(texts[begin]);
    }

    /** Ids have at most 100 characters, document numbers 50: neither has more than 255 bytes. */
    private void append(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        room(bytes.length + 1)[filled++] = (byte) bytes.length;
        System.arraycopy(bytes, 0, texts, filled, bytes.length);
        filled += bytes.length;
    }

    private byte[] room(int bytes) {
        if (filled + bytes > texts.length) {
            texts = Arrays.copyOf(texts, Math.addExact(texts.length, texts.length >> 1) + bytes);
        }
        return texts;
    }
}

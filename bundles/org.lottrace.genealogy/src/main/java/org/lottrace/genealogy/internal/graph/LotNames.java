package org.lottrace.genealogy.internal.graph;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;

/**
 * Numbers the lots in ledger order, 0, 1, 2 … Issuer and item are kept once for all lots that share them, the lot numbers as
 * bytes behind each other. Laid over others, it adds to them without changing them.
 */
final class LotNames {
    private static final int RANKED_BYTES = 5;

    /** What lots of one item from one issuer share. */
    private record Family(PartyId issuer, ItemNumber item) {}

    private final LotNames under;
    private final int first;
    private final Terms<Family> families;
    private final IntColumn family = new IntColumn();
    private final IntColumn end = new IntColumn();
    private byte[] numbers = new byte[64];
    private int[] table = empty(64);
    /** For each family its place among all, by issuer and item; forgotten when there are more. */
    private volatile int[] familyRanks = new int[0];

    LotNames() {
        this(null, new Terms<>());
    }

    private LotNames(LotNames under, Terms<Family> families) {
        this.under = under;
        this.families = families;
        first = under == null ? 0 : under.size();
    }

    LotNames over() {
        return new LotNames(this, families.over());
    }

    /** @return its number, or -1 */
    int find(LotKey key) {
        int known = under == null ? -1 : under.find(key);
        if (known >= 0) {
            return known;
        }
        int keyFamily = families.find(new Family(key.issuer(), key.item()));
        int own = keyFamily < 0 ? -1 : table[slot(keyFamily, bytes(key))];
        return own < 0 ? -1 : first + own;
    }

    int add(LotKey key) {
        int known = find(key);
        if (known >= 0) {
            return known;
        }
        int own = family.size();
        int keyFamily = families.add(new Family(key.issuer(), key.item()));
        byte[] number = bytes(key);
        int begin = begin(own);
        if (begin + number.length > numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.addExact(numbers.length, numbers.length >> 1) + number.length);
        }
        System.arraycopy(number, 0, numbers, begin, number.length);
        int slot = slot(keyFamily, number);
        family.add(keyFamily);
        end.add(begin + number.length);
        table[slot] = own;
        if (family.size() * 2 > table.length) {
            rehash(table.length * 2);
        }
        return first + own;
    }

    LotKey key(int lot) {
        if (lot < first) {
            return under.key(lot);
        }
        int own = lot - first;
        Family shared = families.get(family.get(own));
        String number = new String(numbers, begin(own), end.get(own) - begin(own), ISO_8859_1);
        return new LotKey(shared.issuer(), shared.item(), new LotNumber(number));
    }

    int size() {
        return first + family.size();
    }

    /** @return of two lots with different ranks the one with the smaller rank comes first, by key */
    long rank(int lot) {
        return packed(rankOf(familyOf(lot)), lot, 0, RANKED_BYTES);
    }

    /** @return what comes after the rank: of two lots with the same rank the one with the smaller value comes first */
    long rankAfter(int lot) {
        return packed(0, lot, RANKED_BYTES, Long.BYTES);
    }

    /** Compares the numbers of two lots. */
    int compareNumbers(int lot, int other) {
        return Arrays.compare(
                numbers(lot),
                beginOf(lot),
                beginOf(lot) + lengthOf(lot),
                numbers(other),
                beginOf(other),
                beginOf(other) + lengthOf(other));
    }

    long bytes() {
        return family.bytes() + end.bytes() + numbers.length + 4L * table.length;
    }

    void save(SnapshotWriter out) throws IOException {
        families.save(out, f -> f.issuer() + "/" + f.item());
        family.save(out);
        end.save(out);
        out.bytes(numbers, begin(family.size()));
    }

    void load(SnapshotReader in) throws IOException {
        families.load(in, text -> {
            int slash = text.lastIndexOf('/');
            return new Family(new PartyId(text.substring(0, slash)), new ItemNumber(text.substring(slash + 1)));
        });
        family.load(in);
        end.load(in);
        numbers = in.bytes();
        rehash(Integer.highestOneBit(Math.max(family.size(), 16)) * 4);
    }

    /** @return {@code before} and some characters of the lot's number, which are ASCII; 0 where it has no more */
    private long packed(long before, int lot, int from, int count) {
        byte[] text = numbers(lot);
        int begin = beginOf(lot);
        int length = lengthOf(lot);
        long packed = before;
        for (int i = from; i < from + count; i++) {
            packed = packed << 8 | (i < length ? text[begin + i] : 0);
        }
        return packed;
    }

    private byte[] numbers(int lot) {
        return lot < first ? under.numbers(lot) : numbers;
    }

    private int beginOf(int lot) {
        return lot < first ? under.beginOf(lot) : begin(lot - first);
    }

    private int lengthOf(int lot) {
        return lot < first ? under.lengthOf(lot) : end.get(lot - first) - begin(lot - first);
    }

    private int familyOf(int lot) {
        return lot < first ? under.familyOf(lot) : family.get(lot - first);
    }

    private int rankOf(int lotFamily) {
        int[] ranks = familyRanks;
        if (ranks.length != families.size()) {
            int[] inOrder = IntStream.range(0, families.size())
                    .boxed()
                    .sorted(Comparator.comparing(
                                    (Integer f) -> families.get(f).issuer().value())
                            .thenComparing(f -> families.get(f).item().value()))
                    .mapToInt(f -> f)
                    .toArray();
            ranks = new int[inOrder.length];
            for (int rank = 0; rank < inOrder.length; rank++) {
                ranks[inOrder[rank]] = rank;
            }
            familyRanks = ranks;
        }
        return ranks[lotFamily];
    }

    private int begin(int own) {
        return own == 0 ? 0 : end.get(own - 1);
    }

    private int slot(int keyFamily, byte[] number) {
        int slot = (hash(keyFamily, number, 0, number.length)) & table.length - 1;
        while (table[slot] >= 0 && !is(table[slot], keyFamily, number)) {
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }

    private boolean is(int own, int keyFamily, byte[] number) {
        return family.get(own) == keyFamily
                && Arrays.equals(numbers, begin(own), end.get(own), number, 0, number.length);
    }

    private void rehash(int length) {
        table = empty(length);
        for (int own = 0; own < family.size(); own++) {
            int slot = hash(family.get(own), numbers, begin(own), end.get(own)) & length - 1;
            while (table[slot] >= 0) {
                slot = slot + 1 & length - 1;
            }
            table[slot] = own;
        }
    }

    private static int hash(int keyFamily, byte[] text, int from, int to) {
        int hash = keyFamily;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text[i];
        }
        hash *= 0x9E3779B9;
        return hash ^ hash >>> 15;
    }

    private static byte[] bytes(LotKey key) {
        return key.number().value().getBytes(ISO_8859_1);
    }

    private static int[] empty(int length) {
        int[] table = new int[length];
        Arrays.fill(table, -1);
        return table;
    }
}
